namespace ReleaseInfra.Cli.Simulate.Draws;

/// <summary>How many of what comes at any moment alike came in a time.</summary>
internal static class PoissonDraws
{
    /// <summary>From here on the transformed rejection below is valid, and faster than counting.</summary>
    private const double Many = 10;

    /// <param name="mean">0 or more.</param>
    public static long Poisson(this SeededDraws draws, double mean) => mean switch
    {
        <= 0 => 0,
        < Many => Few(draws, mean),
        _ => Rejecting(draws, mean),
    };

    private static long Few(SeededDraws draws, double mean)
    {
        var (count, left, probability) = (0L, draws.Share(), Math.Exp(-mean));
        // What is left of the tail at 1,000 is below what a double can tell from nothing.
        while (left > probability && count < 1000)
        {
            left -= probability;
            count++;
            probability *= mean / count;
        }

        return count;
    }

    /// <summary>Hörmann's PTRS (1993): exact, and mostly with two numbers drawn and no logarithm taken.</summary>
    private static long Rejecting(SeededDraws draws, double mean)
    {
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverse = 1.1239 + (1.1328 / (b - 3.4));
        var certain = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            var u = draws.Share() - 0.5;
            var v = draws.Share();
            var near = 0.5 - Math.Abs(u);
            var count = Math.Floor((((2 * a / near) + b) * u) + mean + 0.43);
            if (near >= 0.07 && v <= certain)
                return (long)count;
            if (count < 0 || (near < 0.013 && v > near))
                continue;
            if (Math.Log(v * inverse / ((a / (near * near)) + b)) <= (count * Math.Log(mean)) - mean - LogFactorial(count))
                return (long)count;
        }
    }

    /// <summary>Stirling's series, shifted to where four terms of it are exact to twelve digits.</summary>
    private static double LogFactorial(double count)
    {
        var (x, below) = (count + 1, 1.0);
        while (x < 10)
            below *= x++;
        var square = 1 / (x * x);
        var series = ((1 / 12.0) - (square * ((1 / 360.0) - (square * ((1 / 1260.0) - (square / 1680)))))) / x;
        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + series - Math.Log(below);
    }
}
