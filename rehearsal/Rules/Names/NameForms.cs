using System.Text.RegularExpressions;

namespace ReleaseInfra.Rehearsal.Rules.Names;

/// <summary>The name rules of Azure's types, by type token. A type that is not listed takes any name.</summary>
internal static partial class NameForms
{
    private const string AnyCode = "InvalidResourceName";

    public static readonly IReadOnlyDictionary<string, NameForm> ByType = new Dictionary<string, NameForm>(StringComparer.Ordinal)
    {
        ["azure-native:resources:ResourceGroup"] =
            Of(1, 90, Group(), "letters, digits, '_', '-', '(', ')' and '.', no '.' last"),
        ["azure-native:app:ContainerApp"] = ContainerApp(),
        ["azure-native:app:Job"] = ContainerApp(),
        ["azure-native:app:ManagedEnvironment"] = Of(2, 60, Words(), "letters, digits and single hyphens, no hyphen at an end"),
        ["azure-native:keyvault:Vault"] =
            Of(3, 24, Vault(), "letters, digits and single hyphens, a letter first, no hyphen last", "VaultNameNotValid"),
        ["azure-native:keyvault:Secret"] = Of(1, 127, LettersDigitsHyphens(), "letters, digits and hyphens"),
        ["azure-native:storage:StorageAccount"] = Of(3, 24, LowerCase(), "lower-case letters and digits", "AccountNameInvalid"),
        ["azure-native:storage:BlobContainer"] =
            Of(3, 63, LowerCaseWords(), "lower-case letters, digits and single hyphens, no hyphen at an end"),
        ["azure-native:containerregistry:Registry"] = Of(5, 50, LettersDigits(), "letters and digits"),
        ["azure-native:dbforpostgresql:Server"] =
            Of(3, 63, LowerCaseWords(), "lower-case letters, digits and single hyphens, no hyphen at an end"),
        ["azure-native:dbforpostgresql:Database"] =
            Of(1, 63, Database(), "letters, digits, '_' and '-', a letter or '_' first"),
        ["azure-native:dbforpostgresql:FirewallRule"] = Of(1, 80, WordCharacters(), "letters, digits, '_' and '-'"),
        ["azure-native:dbforpostgresql:BackupsAutomaticAndOnDemand"] = Of(1, 128, Backup(), "letters, digits, '_', '-' and '.'"),
        ["azure-native:redis:Redis"] = Of(1, 63, Words(), "letters, digits and single hyphens, no hyphen at an end"),
        ["azure-native:redisenterprise:RedisEnterprise"] = Of(1, 60, Words(), "letters, digits and single hyphens, no hyphen at an end"),
        ["azure-native:redisenterprise:Database"] = Of(7, 7, OnlyDefault(), "'default', the only database of a cluster"),
        ["azure-native:web:AppServicePlan"] = Of(1, 40, LettersDigitsHyphens(), "letters, digits and hyphens"),
        ["azure-native:web:WebApp"] = Of(2, 60, NoHyphenAtAnEnd(), "letters, digits and hyphens, no hyphen at an end"),
        ["azure-native:web:WebAppSlot"] = Of(2, 59, NoHyphenAtAnEnd(), "letters, digits and hyphens, no hyphen at an end"),
        ["azure-native:managedidentity:UserAssignedIdentity"] =
            Of(3, 128, Identity(), "letters, digits, '_' and '-', a letter or digit first"),
        ["azure-native:operationalinsights:Workspace"] = Of(4, 63, NoHyphenAtAnEnd(), "letters, digits and hyphens, no hyphen at an end"),
        ["azure-native:network:VirtualNetwork"] = Of(2, 64, Network(), "letters, digits, '_', '.' and '-', a letter or digit first, and a letter, digit or '_' last"),
        ["azure-native:network:Subnet"] = Of(1, 80, Network(), "letters, digits, '_', '.' and '-', a letter or digit first, and a letter, digit or '_' last"),
        ["azure-native:network:NetworkSecurityGroup"] = Of(1, 80, Network(), "letters, digits, '_', '.' and '-', a letter or digit first, and a letter, digit or '_' last"),
        ["azure-native:network:PrivateEndpoint"] = Of(2, 64, Network(), "letters, digits, '_', '.' and '-', a letter or digit first, and a letter, digit or '_' last"),
        ["azure-native:containerinstance:ContainerGroup"] =
            Of(1, 63, LowerCaseWords(), "lower-case letters, digits and single hyphens, no hyphen at an end"),
        ["azure-native:appconfiguration:ConfigurationStore"] = Of(5, 50, Store(), "letters, digits, '_' and '-'"),
        ["azure-native:authorization:RoleAssignment"] =
            Of(36, 36, Guid(), "a GUID", "InvalidRoleAssignmentId"),
    };

    private static NameForm ContainerApp() => Of(
        2, 32, App(), "lower-case letters, digits and single hyphens, a letter first, no hyphen last", "ContainerAppInvalidName");

    private static NameForm Of(int shortest, int longest, Regex form, string allowed, string code = AnyCode) =>
        new(code, shortest, longest, form, allowed);

    // No form can be matched in two ways, and lengths are looked at first: backtracking costs next to nothing.
    [GeneratedRegex(@"^[\w().-]*[\w()-]$")]
    private static partial Regex Group();

    [GeneratedRegex("^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$")]
    private static partial Regex Words();

    [GeneratedRegex("^[A-Za-z](-?[A-Za-z0-9])*$")]
    private static partial Regex Vault();

    [GeneratedRegex("^[A-Za-z0-9-]+$")]
    private static partial Regex LettersDigitsHyphens();

    [GeneratedRegex("^[a-z0-9]+$")]
    private static partial Regex LowerCase();

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex LowerCaseWords();

    [GeneratedRegex("^[A-Za-z0-9]+$")]
    private static partial Regex LettersDigits();

    [GeneratedRegex(@"^[A-Za-z_][\w-]*$")]
    private static partial Regex Database();

    [GeneratedRegex(@"^[\w-]+$")]
    private static partial Regex WordCharacters();

    [GeneratedRegex(@"^[-\w._]+$")]
    private static partial Regex Backup();

    [GeneratedRegex("^default$")]
    private static partial Regex OnlyDefault();

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$")]
    private static partial Regex NoHyphenAtAnEnd();

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_-]*$")]
    private static partial Regex Identity();

    [GeneratedRegex("^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$")]
    private static partial Regex Network();

    [GeneratedRegex("^[A-Za-z0-9_-]+$")]
    private static partial Regex Store();

    [GeneratedRegex("^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$")]
    private static partial Regex Guid();

    [GeneratedRegex("^[a-z](-?[a-z0-9])*$")]
    private static partial Regex App();
}
