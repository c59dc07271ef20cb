namespace ReleaseInfra.Domain.Names;

/// <summary>What Azure accepts as the name of one kind of resource.</summary>
/// <remarks>Source: Azure's naming rules and restrictions for resources, and each service's own limits.</remarks>
public sealed record NameRule
{
    private NameRule(string kind, int shortest, int longest) => (Kind, Shortest, Longest) = (kind, shortest, longest);

    public static NameRule ResourceGroup { get; } = new("resource group", 1, 90);

    public static NameRule LogWorkspace { get; } = new("Log Analytics workspace", 4, 63);

    public static NameRule ApplicationInsights { get; } = new("Application Insights component", 1, 260);

    public static NameRule Alert { get; } = new("alert rule or action group", 1, 260);

    public static NameRule Registry { get; } = new("container registry", 5, 50) { Hyphens = HyphenUse.None };

    public static NameRule Identity { get; } = new("user-assigned identity", 3, 128);

    public static NameRule Vault { get; } = new("Key Vault", 3, 24) { LetterFirst = true };

    public static NameRule DatabaseServer { get; } = new("PostgreSQL server", 3, 63);

    public static NameRule ManagedCache { get; } = new("Azure Managed Redis", 1, 60);

    public static NameRule ClassicCache { get; } = new("Azure Cache for Redis", 1, 63);

    public static NameRule ContainerEnvironment { get; } = new("Container Apps environment", 2, 60);

    /// <summary>Azure checks it only when the app is created: a what-if on Azure's side does not catch it.</summary>
    public static NameRule ContainerApp { get; } = new("container app or job", 2, 32) { LetterFirst = true };

    public static NameRule AppServicePlan { get; } = new("App Service plan", 1, 40);

    /// <summary>40 and not 60 characters: a slot's host name holds the site's name and its own.</summary>
    public static NameRule Site { get; } = new("App Service site", 2, 40) { Hyphens = HyphenUse.Inside };

    public static NameRule VirtualNetwork { get; } = new("virtual network", 2, 64);

    public static NameRule Subnet { get; } = new("subnet", 1, 80);

    public static NameRule SecurityGroup { get; } = new("network security group", 1, 80);

    public static NameRule PrivateEndpoint { get; } = new("private endpoint", 2, 64);

    public string Kind { get; }

    public int Shortest { get; }

    public int Longest { get; }

    /// <summary>The rule in words, for a message's "allowed".</summary>
    public string Allowed
    {
        get
        {
            var characters = Hyphens == HyphenUse.None ? "lower-case letters and digits" : "lower-case letters, digits and '-'";
            var first = LetterFirst ? ", a letter first" : "";
            var hyphens = Hyphens switch
            {
                HyphenUse.None => "",
                HyphenUse.Inside => ", no '-' at an end",
                _ => ", no '-' at an end or beside another",
            };
            return $"{Shortest} to {Longest} characters: {characters}{first}{hyphens}";
        }
    }

    private bool LetterFirst { get; init; }

    private HyphenUse Hyphens { get; init; } = HyphenUse.Single;

    /// <summary>What breaks the rule, as the end of a sentence that begins with the name; null for a good name.</summary>
    public string? Violation(string name)
    {
        if (name.Length < Shortest || name.Length > Longest)
            return $"has {name.Length} characters";
        foreach (var character in name)
        {
            if (!Accepts(character))
                return $"has the character '{character}'";
        }

        if (LetterFirst && !char.IsAsciiLetterLower(name[0]))
            return $"starts with '{name[0]}'";
        if (name[0] == '-' || name[^1] == '-')
            return "has '-' at an end";
        return Hyphens == HyphenUse.Single && name.Contains("--", StringComparison.Ordinal) ? "has '--' in it" : null;
    }

    // Azure takes capitals in some names and then compares without case; this program never writes any.
    private bool Accepts(char character) =>
        char.IsAsciiLetterLower(character)
        || char.IsAsciiDigit(character)
        || (character == '-' && Hyphens != HyphenUse.None);

    private enum HyphenUse
    {
        None,
        Single,
        Inside,
    }
}
