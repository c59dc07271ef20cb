namespace ReleaseInfra.Cli.Reports.Page.Markup;

/// <summary>A style sheet or script that the program brings along, as it is.</summary>
/// <param name="file">Beside the page's sources.</param>
internal sealed class Inlined(string file) : Node
{
    /// <exception cref="InvalidOperationException">The program was built without the file.</exception>
    public override void WriteTo(TextWriter html)
    {
        using var stream = typeof(Inlined).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The program was built without {file}.");
        using var text = new StreamReader(stream);
        html.Write(text.ReadToEnd());
    }
}
