using System.Text.Json;

namespace ReleaseInfra.Cli.Gates.Http;

/// <summary>What a gate of somebody else's is asked about.</summary>
/// <param name="Release">Its id.</param>
/// <param name="Weight">Percent of traffic on the new version.</param>
internal sealed record WebhookQuestion(string Stack, string Release, string Service, string Tag, string Revision, int Weight)
{
    public byte[] Json()
    {
        using var buffer = new MemoryStream();
        using (var body = new Utf8JsonWriter(buffer))
        {
            body.WriteStartObject();
            body.WriteString("stack", Stack);
            body.WriteString("release", Release);
            body.WriteString("service", Service);
            body.WriteString("tag", Tag);
            body.WriteString("revision", Revision);
            body.WriteNumber("weight", Weight);
            body.WriteEndObject();
        }

        return buffer.ToArray();
    }
}
