namespace ReleaseInfra.Offline.Generator.Naming;

/// <summary>Where a named type of a slice belongs. The slice writes <c>module/Name</c>, or <c>Name</c> without modules.</summary>
internal sealed record TypeHome(string Namespace, string Name)
{
    public static TypeHome Of(string reference, PackageConventions conventions)
    {
        var slash = reference.IndexOf('/');
        return slash < 0
            ? new TypeHome(conventions.Namespace, reference)
            : new TypeHome(conventions.NamespaceOf(reference.Substring(0, slash)), reference.Substring(slash + 1));
    }
}
