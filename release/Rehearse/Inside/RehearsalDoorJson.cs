using System.Text.Json.Serialization;

namespace ReleaseInfra.Cli.Rehearse.Inside;

[JsonSerializable(typeof(RehearsalDoor))]
internal sealed partial class RehearsalDoorJson : JsonSerializerContext;
