namespace ReleaseInfra.Offline.Tests.Fakes;

internal enum Size
{
    Small = 1,
    Large = 10,
}
