namespace ReleaseInfra.Domain.Releases;

public enum Slot
{
    Blue,
    Green,
}

public static class Slots
{
    /// <summary>As written in configuration, labels and revision names.</summary>
    public static string Name(this Slot slot) => slot == Slot.Blue ? "blue" : "green";

    /// <summary>Null where there is no slot of that name.</summary>
    public static Slot? Find(string name) => Enum.GetValues<Slot>().Cast<Slot?>().FirstOrDefault(slot => slot!.Value.Name() == name);

    public static Slot Other(this Slot slot) => slot == Slot.Blue ? Slot.Green : Slot.Blue;
}
