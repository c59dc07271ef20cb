namespace ReleaseInfra.Domain.Settings.Reading.Forms;

/// <summary>The rules of texts that more than one section has.</summary>
internal static class Texts
{
    /// <summary>Any text at all.</summary>
    public static Form<string> Any { get; } = Form.Text("text", _ => true);

    public static Form<string> Sentence { get; } = Form.Text("text that is not empty", text => !string.IsNullOrWhiteSpace(text));

    /// <summary>Application and organization: part of every Azure name, registries take no '-'.</summary>
    public static Form<string> Short { get; } = Form.Text(
        "2 to 20 lower-case letters and digits, a letter first",
        text => text.Length is >= 2 and <= 20 && char.IsAsciiLetterLower(text[0]) && Has(text, IsLower));

    public static Form<string> ServiceName { get; } = Form.Text(
        "2 to 20 lower-case letters, digits and '-', a letter first, no '-' at the end or beside another",
        text => text.Length is >= 2 and <= 20
            && char.IsAsciiLetterLower(text[0])
            && text[^1] != '-'
            && !text.Contains("--", StringComparison.Ordinal)
            && Has(text, character => IsLower(character) || character == '-'));

    public static Form<string> ImageName { get; } = Form.Text(
        "an image's repository without server and tag, such as app-web",
        text => text.Length is > 0 and <= 200
            && Has(text, character => IsLower(character) || character is '.' or '_' or '-' or '/')
            && char.IsAsciiLetterOrDigit(text[0])
            && char.IsAsciiLetterOrDigit(text[^1]));

    public static Form<string> HttpPath { get; } = Form.Text(
        "a path from the root of the service, such as /api/health",
        text => text.StartsWith('/') && Has(text, character => character is not (' ' or '#' or '?')));

    public static Form<string> VariableName { get; } = Form.Text(
        "a variable's name: letters, digits and '_', no digit first",
        text => text.Length > 0 && !char.IsAsciiDigit(text[0]) && Has(text, character => char.IsAsciiLetterOrDigit(character) || character == '_'));

    /// <summary>Upper-case, so that a secret that somebody writes in the place of its variable's name is most likely refused.</summary>
    public static Form<string> MachineVariable { get; } = Form.Text(
        "the name of an environment variable such as RELEASE_SLACK_URL: upper-case letters, digits and '_', a letter first",
        text => text.Length is > 0 and <= 100
            && char.IsAsciiLetterUpper(text[0])
            && Has(text, character => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_'));

    public static Form<string> HostName { get; } = Form.Text(
        "a host's name such as smtp.example.com, without scheme and port",
        text => text.Length is > 0 and <= 253
            && Has(text, character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-')
            && char.IsAsciiLetterOrDigit(text[0])
            && char.IsAsciiLetterOrDigit(text[^1]));

    public static Form<string> HeaderName { get; } = Form.Text(
        "an HTTP header's name such as Content-Type",
        text => text.Length > 0 && Has(text, character => char.IsAsciiLetterOrDigit(character) || "!#$%&'*+-.^_`|~".Contains(character, StringComparison.Ordinal)));

    public static Form<string> MetricName { get; } = Form.Text(
        "a metric's name of 1 to 256 printing characters",
        text => text.Length is > 0 and <= 256 && Has(text, character => !char.IsControl(character)));

    public static Form<string> TagName { get; } = Form.Text(
        "an Azure tag's name: 1 to 512 characters without < > % & \\ ? /",
        text => text.Length is > 0 and <= 512 && Has(text, character => character is not ('<' or '>' or '%' or '&' or '\\' or '?' or '/')));

    public static Form<string> TagValue { get; } = Form.Text("an Azure tag's value: up to 256 characters", text => text.Length <= 256);

    public static Form<string> Folder { get; } = Form.Text(
        "a path inside the workspace, with forward slashes and without '..'",
        text => text.Length > 0 && text[0] != '/' && !text.Contains('\\', StringComparison.Ordinal) && !text.Split('/').Contains(".."));

    public static Form<string> Email { get; } = Form.Text(
        "an e-mail address",
        text => text.IndexOf('@', StringComparison.Ordinal) is > 0 and var at
            && text.LastIndexOf('@') == at
            && text.IndexOf('.', at) > at + 1
            && text[^1] != '.'
            && !text.Contains(' ', StringComparison.Ordinal));

    public static Form<string> Region { get; } = Form.Text(
        "an Azure region's name such as westeurope",
        text => text.Length > 0 && char.IsAsciiLetterLower(text[0]) && Has(text, IsLower));

    private static bool IsLower(char character) => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character);

    // A plain loop: texts are short, and a vectorised search costs the start of the program more than it saves.
    private static bool Has(string text, Func<char, bool> onlySuch)
    {
        foreach (var character in text)
        {
            if (!onlySuch(character))
                return false;
        }

        return true;
    }
}
