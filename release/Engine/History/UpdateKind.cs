namespace ReleaseInfra.Cli.Engine.History;

internal enum UpdateKind
{
    Up,
    Destroy,
}

internal static class UpdateKinds
{
    /// <summary>The verb of the command line.</summary>
    public static string Word(this UpdateKind kind) => kind == UpdateKind.Up ? "up" : "destroy";

    /// <summary>Null for what is no such verb.</summary>
    public static UpdateKind? Find(string word) =>
        Enum.GetValues<UpdateKind>().Cast<UpdateKind?>().FirstOrDefault(kind => kind!.Value.Word() == word);
}
