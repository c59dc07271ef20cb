using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Redis;

/// <param name="Protect">Pulumi refuses to delete or replace the cache.</param>
public sealed record CacheArgs<TSettings>(Placement Placement, TSettings Settings, Exposure Exposure, bool Protect)
    where TSettings : CacheSettings;
