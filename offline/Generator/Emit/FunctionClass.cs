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
        WriteCall(code, function, result, new Call(
            "InvokeAsync", $"global::System.Threading.Tasks.Task<{result}>", $"{name}Args", "InvokeOptions? options = null"));
        code.Line();
        WriteCall(code, function, result, new Call(
            "Invoke", $"Output<{result}>", $"{name}InvokeArgs", "InvokeOptions? options = null"));
        code.Line();
        WriteCall(code, function, result, new Call(
            "Invoke", $"Output<{result}>", $"{name}InvokeArgs", "InvokeOutputOptions options", OptionsRequired: true));
    }

    private static void WriteCall(CodeWriter code, SchemaFunction function, string result, Call call)
    {
        // Args may be left out only where the options after them may be.
        var optional = !call.OptionsRequired && !function.Args.Any(arg => arg.Required);
        var (parameter, value) = function.Args.Count == 0
            ? ("", "InvokeArgs.Empty")
            : (optional ? $"{call.Args}? args = null, " : $"{call.Args} args, ", $"args ?? new {call.Args}()");
        code.Lines($"""
            public static {call.Returns} {call.Method}({parameter}{call.Options}) =>
                Deployment.Instance.{call.Method}<{result}>(
                    {MemberNames.Literal(function.Token)}, {value}, options.WithDefaults());
            """);
    }

    /// <summary>One overload.</summary>
    private sealed record Call(string Method, string Returns, string Args, string Options, bool OptionsRequired = false);
}
