using ReleaseInfra.Domain.Releases;

namespace ReleaseInfra.Domain.Settings.Reading;

/// <summary>What a stack's file says, as far as it could be read.</summary>
internal sealed record StackSettings(string Location, ReleaseSettings Release);
