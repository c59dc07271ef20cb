using System.Collections.Immutable;
using ReleaseInfra.Rehearsal.Resources;
using ReleaseInfra.Rehearsal.Store;

namespace ReleaseInfra.Rehearsal.Registry;

/// <summary>
/// What registries hold. Nobody pushes here: an image is taken to be in its registry from the first time that something refers to
/// it, and stays there, used or not, until it is deleted.
/// </summary>
public sealed class RegistryImages
{
    internal const string RegistryType = "azure-native:containerregistry:Registry";

    private readonly AzureStore _store;

    internal RegistryImages(AzureStore store) => _store = store;

    /// <returns>As hosts pull them.</returns>
    public Task<ImmutableArray<string>> ListAsync(CancellationToken cancellation) =>
        _store.InTurnAsync(turn => turn.State.Images.ToImmutableArray(), cancellation);

    /// <param name="image">As hosts pull it, as in <c>shop.azurecr.io/web:v1.2.3</c>.</param>
    /// <exception cref="ArgumentException">It names no registry.</exception>
    public Task AddAsync(string image, CancellationToken cancellation)
    {
        var name = Parse(image);
        return _store.ActAsync(turn => turn.State = turn.State with { Images = turn.State.Images.Add(name.ToString()) }, cancellation);
    }

    /// <summary>A tag goes alone; a digest is the image itself, and takes its tags with it.</summary>
    /// <param name="image">As in <see cref="AddAsync"/>.</param>
    /// <returns>Whether there was anything.</returns>
    /// <exception cref="ArgumentException">It names no registry.</exception>
    public Task<bool> DeleteAsync(string image, CancellationToken cancellation)
    {
        var name = Parse(image);
        return _store.InTurnAsync(
            turn =>
            {
                var gone = In(turn.State).Where(held => held == name || (name.IsByDigest && IsSame(held, name))).ToArray();
                turn.State = turn.State with { Images = turn.State.Images.Except(gone.Select(held => held.ToString())) };
                return gone.Length > 0;
            },
            cancellation);
    }

    internal Task<bool> HasRegistryAsync(string server, CancellationToken cancellation) => _store.InTurnAsync(
        turn => turn.State.OfType(RegistryType).Any(registry => ResourceIds.Same(ServerOf(registry), server)), cancellation);

    /// <returns>Null where there is none.</returns>
    internal Task<string?> FindDigestAsync(ImageName name, CancellationToken cancellation) => _store.InTurnAsync(
        turn => In(turn.State).Any(held => name.IsByDigest ? IsSame(held, name) : held == name) ? name.Digest : null, cancellation);

    internal static string ServerOf(AzureResource registry) => (string)registry.Outputs["loginServer"];

    internal static IEnumerable<ImageName> In(AzureState state) => state.Images.Select(Parse);

    private static bool IsSame(ImageName held, ImageName other) => held.IsInSameRepository(other) && held.Digest == other.Digest;

    private static ImageName Parse(string image) =>
        ImageName.Parse(image) ?? throw new ArgumentException($"'{image}' names no registry.", nameof(image));
}
