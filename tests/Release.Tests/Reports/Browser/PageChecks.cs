namespace ReleaseInfra.Release.Tests.Reports.Browser;

/// <summary>What a test asks of a page, as JavaScript. Each is an expression; those of a list are empty where all is well.</summary>
internal static class PageChecks
{
    /// <summary>The explanation that is seen now; nothing where there is none.</summary>
    public const string ShownTip =
        "[...document.querySelectorAll('.tip')].filter(tip => tip.checkVisibility()).map(tip => tip.textContent).join(' | ')";

    /// <summary>Texts that stand over the edge of the page, or of what they stand in; a box that scrolls may hold more than it shows.</summary>
    public const string Overflowing = """
        [...document.querySelectorAll('body *')].filter(element => {
          if (element.closest('.unseen, caption, svg, .scroll') || !element.checkVisibility()) return false;
          const box = element.getBoundingClientRect();
          const over = box.left < -0.5 || box.right > document.documentElement.clientWidth + 0.5;
          const inner = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline';
          return over || inner;
        }).map(element => `${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`)
        """;

    /// <summary>Texts whose colour is too near to that of the ground behind them.</summary>
    public const string FaintTexts = Colours + """
        [...document.querySelectorAll('body *')].filter(element =>
          element.checkVisibility() && !element.closest('script, svg, .unseen, caption')
          && [...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim()))
        .map(element => [element, contrast(getComputedStyle(element).color, ground(element))])
        .filter(([, ratio]) => ratio < 4.5)
        .map(([element, ratio]) => `${ratio.toFixed(2)} ${element.tagName}.${element.className}: ${element.textContent.slice(0, 60)}`)
        """ + End;

    /// <summary>Lines and signs whose colour is too near to that of the page: what is drawn needs 3 to 1.</summary>
    public const string FaintSigns = Colours + """
        [...document.querySelectorAll('.line, path.limit, .turn, .glyph path')]
        .map(element => {
          const style = getComputedStyle(element);
          return [element, contrast(style.stroke === 'none' ? style.fill : style.stroke, ground(element))];
        })
        .filter(([, ratio]) => ratio < 3)
        .map(([element, ratio]) => `${ratio.toFixed(2)} ${element.getAttribute('class')}`)
        """ + End;

    private const string End = "); })()";

    private const string Colours = """
        (() => {
          const parts = colour => { const numbers = colour.match(/[\d.]+/g).map(Number); return numbers.length < 4 ? [...numbers, 1] : numbers; };
          const over = (top, under) => [0, 1, 2].map(at => top[at] * top[3] + under[at] * (1 - top[3]));
          const ground = element => {
            const layers = [];
            for (let at = element; at; at = at.parentElement) {
              const layer = parts(getComputedStyle(at).backgroundColor);
              layers.unshift(layer);
              if (layer[3] === 1) break;
            }
            return layers.reduce((under, layer) => over(layer, under), [255, 255, 255]);
          };
          const light = colour => {
            const [red, green, blue] = colour.map(part => part / 255).map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
            return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
          };
          const contrast = (text, under) => {
            const [one, other] = [light(over(parts(text), under)), light(under)];
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
          };
          return (
        """;
}
