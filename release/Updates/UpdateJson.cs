using System.Text.Json;
using ReleaseInfra.Cli.Engine.Values;
using ReleaseInfra.Cli.Preview;

namespace ReleaseInfra.Cli.Updates;

/// <summary>An update for machines: its preview, and how it ended. The shape is a contract, in docs/cli.md.</summary>
internal static class UpdateJson
{
    public static void WriteRefused(PreviewView view, TextWriter output) => Write(view, output, "refused", 0, error: null, MapValue.Empty);

    public static void WriteSucceeded(PreviewView view, int done, MapValue outputs, TextWriter output) =>
        Write(view, output, "succeeded", done, error: null, outputs);

    public static void WriteFailed(PreviewView view, int done, ReleaseFailure failure, TextWriter output) => Write(
        view,
        output,
        failure.Code == ExitCode.Interrupted ? "interrupted" : "failed",
        done,
        failure.Message,
        MapValue.Empty);

    private static void Write(PreviewView view, TextWriter output, string result, int done, string? error, MapValue outputs) =>
        PreviewJson.Write(view, output, writer =>
        {
            writer.WriteStartObject("update");
            writer.WriteString("result", result);
            writer.WriteNumber("done", done);
            writer.WriteString("error", error);
            writer.WritePropertyName("outputs");
            InputValueJson.Show(writer, outputs);
            writer.WriteEndObject();
        });
}
