namespace ReleaseInfra.Cli.Engine.Automation;

/// <summary>Where Pulumi keeps its state, for people.</summary>
internal static class BackendName
{
    /// <param name="address">As in <c>azblob://state?storage_account=st1</c>; null where the login alone decides.</param>
    /// <returns>Without user, password and options, in which a key may stand.</returns>
    public static string Of(string? address) => Uri.TryCreate(address, UriKind.Absolute, out var backend)
        ? backend.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped).TrimEnd('/')
        : "the backend that pulumi is logged in to";
}
