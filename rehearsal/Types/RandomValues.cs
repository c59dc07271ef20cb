using System.Globalization;
using ReleaseInfra.Rehearsal.Resources;

namespace ReleaseInfra.Rehearsal.Types;

/// <summary>The Random provider, without chance: drawn once for a stack and a name, as real ones are kept in state.</summary>
internal static class RandomValues
{
    /// <summary>Everything that a value was drawn under; another length or keeper is another value.</summary>
    private static readonly string[] Drawn =
    [
        "keepers", "length", "byteLength", "prefix", "separator", "lower", "minLower", "minNumeric", "minSpecial", "minUpper",
        "number", "numeric", "overrideSpecial", "special", "upper",
    ];

    public static void Register(Dictionary<string, ResourceRule> rules)
    {
        rules["random:index/randomPassword:RandomPassword"] = new(Password) { Immutable = Drawn };
        rules["random:index/randomString:RandomString"] = new(Text) { Immutable = Drawn };
        rules["random:index/randomId:RandomId"] = new(Id) { Immutable = Drawn };
        rules["random:index/randomPet:RandomPet"] = new(Pet) { Immutable = Drawn };
    }

    private static ComputedResource Password(AzureScope scope, DeclaredResource resource)
    {
        var drawn = Draw(scope, resource);
        return new ComputedResource("none", resource.Name, new Dictionary<string, object>
        {
            ["result"] = drawn,
            ["bcryptHash"] = "$2a$10$" + Derived.Hex($"bcrypt/{drawn}", 53),
        });
    }

    private static ComputedResource Text(AzureScope scope, DeclaredResource resource)
    {
        var drawn = Draw(scope, resource);
        return new ComputedResource(drawn, resource.Name, new Dictionary<string, object> { ["result"] = drawn });
    }

    private static ComputedResource Id(AzureScope scope, DeclaredResource resource)
    {
        var bytes = Convert.FromHexString(Derived.Hex(Seed(scope, resource), 2 * resource.Whole("byteLength", 4)));
        var prefix = resource.TextOrNull("prefix") ?? "";
        var url = Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return new ComputedResource(url, resource.Name, new Dictionary<string, object>
        {
            ["hex"] = prefix + Convert.ToHexStringLower(bytes),
            ["b64Std"] = prefix + Convert.ToBase64String(bytes),
            ["b64Url"] = prefix + url,
            ["dec"] = prefix + new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true)
                .ToString(CultureInfo.InvariantCulture),
        });
    }

    private static ComputedResource Pet(AzureScope scope, DeclaredResource resource)
    {
        string?[] words = [resource.TextOrNull("prefix"), "rehearsal", Derived.Hex(Seed(scope, resource), 6)];
        var id = string.Join(resource.TextOrNull("separator") ?? "-", words.OfType<string>());
        return new ComputedResource(id, resource.Name, new Dictionary<string, object>());
    }

    private static string Draw(AzureScope scope, DeclaredResource resource)
    {
        var classes = new List<string>();
        if (resource.Flag("lower", true))
            classes.Add("abcdefghijklmnopqrstuvwxyz");
        if (resource.Flag("upper", true))
            classes.Add("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        if (resource.Flag("numeric", true))
            classes.Add("0123456789");
        if (resource.Flag("special", true))
            classes.Add(resource.TextOrNull("overrideSpecial") ?? "!@#$%&*()-_=+[]{}<>:?");

        return Derived.Characters(Seed(scope, resource), resource.Whole("length", 16), classes);
    }

    private static string Seed(AzureScope scope, DeclaredResource resource) =>
        $"{scope.Stack}/{resource.Type}/{resource.Name}";
}
