using System.Numerics;

namespace ReleaseInfra.Rehearsal;

/// <summary>Numbers from 0 in steps that widen with them: each doubling has as many as the next.</summary>
/// <param name="Bits">A doubling has 2 to the power of it, so a step is at most that part of a number wide.</param>
internal readonly record struct LogLinearSteps(int Bits)
{
    /// <summary>Rises with the number by one per step, without gaps.</summary>
    public int IndexOf(long number)
    {
        // Below two doublings' worth of steps, each number has its own.
        if (number < 2L << Bits)
            return (int)number;
        var shift = BitOperations.Log2((ulong)number) - Bits;
        return (shift << Bits) + (int)(number >> shift);
    }

    public long HighestOf(int index)
    {
        if (index < 2 << Bits)
            return index;
        var shift = (index >> Bits) - 1;
        return ((index - ((long)shift << Bits) + 1) << shift) - 1;
    }
}
