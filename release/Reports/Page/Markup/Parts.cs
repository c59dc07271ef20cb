namespace ReleaseInfra.Cli.Reports.Page.Markup;

/// <summary>What sections are made of, so that all of them read alike.</summary>
internal static class Parts
{
    public static Element Section(string id, string title, params IEnumerable<Node?> content)
    {
        var section = new Element("section", ("id", id), ("aria-labelledby", $"{id}-title"))
        {
            new Element("h2", ("id", $"{id}-title")) { title },
        };
        foreach (var node in content)
            section.Add(node);
        return section;
    }

    /// <summary>In a box of its own, which scrolls where it is too wide: the page never does.</summary>
    /// <param name="name">Of the table, for who does not see it; not shown.</param>
    public static Element Table(string name, IEnumerable<string> columns, IEnumerable<Element> rows) =>
        new("div", ("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", name))
        {
            new Element("table")
            {
                new Element("caption") { name },
                new Element("thead") { new Element("tr") { columns.Select(column => new Element("th", ("scope", "col")) { column }) } },
                new Element("tbody") { rows },
            },
        };

    public static Element Row(params IEnumerable<Node> cells) => new("tr") { cells.Select(cell => new Element("td") { cell }) };

    /// <summary>Names with values.</summary>
    public static Element Facts(params IEnumerable<(string Name, Node Value)> facts) => new("dl", ("class", "facts"))
    {
        facts.Select(fact => new Element("div")
        {
            new Element("dt") { fact.Name },
            new Element("dd") { fact.Value },
        }),
    };

    public static Element Folded(string title, params IEnumerable<Node> content) => new("details")
    {
        new Element("summary") { title },
        content,
    };

    public static Element Code(string text) => new("code") { text };
}
