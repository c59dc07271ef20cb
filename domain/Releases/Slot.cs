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

    public static Slot Other(this Slot slot) => slot == Slot.Blue ? Slot.Green : Slot.Blue;
}
