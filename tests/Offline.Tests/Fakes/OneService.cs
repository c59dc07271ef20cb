namespace ReleaseInfra.Offline.Tests.Fakes;

/// <summary>Makes one service, when it is asked for: a stack can only be made inside the run.</summary>
internal sealed class OneService(Func<object?> make) : IServiceProvider
{
    public object? GetService(Type serviceType) => make();
}
