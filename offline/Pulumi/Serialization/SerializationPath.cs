using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>Where in the arguments the serializer stands: only an error asks for it, so it is text only then.</summary>
internal sealed class SerializationPath(string root)
{
    private readonly List<(string? Name, int Index)> _steps = [];

    public void Enter(string name) => _steps.Add((name, 0));

    public void Enter(int index) => _steps.Add((null, index));

    public void Leave() => _steps.RemoveAt(_steps.Count - 1);

    public override string ToString()
    {
        var text = new StringBuilder(root);
        foreach (var (name, index) in _steps)
        {
            if (name is null)
                text.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else
                text.Append('.').Append(name);
        }

        return text.ToString();
    }
}
