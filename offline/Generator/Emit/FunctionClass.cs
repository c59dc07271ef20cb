using ReleaseInfra.Offline.Generator.Naming;
using ReleaseInfra.Offline.Generator.Schema;

namespace ReleaseInfra.Offline.Generator.Emit;

/// <summary>A function: its static class, its two args classes where it takes any, and its result.</summary>
internal sealed class FunctionClass(InputClass inputs, OutputClass outputs)
{
    public void Write(CodeWriter code, SchemaFunction function)
    {
        var name = MemberNames.Capitalised(function.Name);
        code.Block($"public static class {name}", () => WriteCalls(code, function, name));
        if (function.Args.Count > 0)
        {
            code.Line();
            inputs.WritePlain(code, $"{name}Args", function.Args);
            code.Line();
            inputs.Write(code, $"{name}InvokeArgs", "InvokeArgs", function.Args);
        }
        code.Line();
        outputs.Write(code, $"{name}Result", function.Result);
    }

    private static void WriteCalls(CodeWriter code, SchemaFunction function, string name)
    {
        var result = $"{name}Result";
        WriteCall(code, function, $"global::System.Threading.Tasks.Task<{result}> InvokeAsync", $"{name}Args", "InvokeOptions? options = null");
        code.Line();
        WriteCall(code, function, $"Output<{result}> Invoke", $"{name}InvokeArgs", "InvokeOptions? options = null");
        code.Line();
        WriteCall(code, function, $"Output<{result}> Invoke", $"{name}InvokeArgs", "InvokeOutputOptions options");
    }

    private static void WriteCall(CodeWriter code, SchemaFunction function, string head, string args, string options)
    {
        var method = head.Substring(head.LastIndexOf(' ') + 1);
        var result = $"{MemberNames.Capitalised(function.Name)}Result";
        // An argument may be left out only where every later parameter may be.
        var optional = options.Contains('=') && !function.Args.Any(arg => arg.Required);
        var (parameter, value) = function.Args.Count == 0
            ? ("", "InvokeArgs.Empty")
            : (optional ? $"{args}? args = null, " : $"{args} args, ", $"args ?? new {args}()");
        code.Line($"public static {head}({parameter}{options}) =>");
        code.Line($"    Deployment.Instance.{method}<{result}>({MemberNames.Literal(function.Token)}, {value}, options.WithDefaults());");
    }
}
