using ReleaseInfra.Benchmarks;

var rounds = args is [var text] ? int.Parse(text, null) : 10;
var root = Repository.Find();
var program = Publication.Make(root);

using var large = LargeWorkspace.Make(root, services: 1_000);
Measured[] measured =
[
    Measurement.Of("preview production", program, root, rounds),
    Measurement.Of("preview production, 1,000 services", program, large.Folder, rounds),
];

Console.WriteLine("| command | rounds | median s | min s | max s | peak MiB |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var line in measured)
    Console.WriteLine(line);
