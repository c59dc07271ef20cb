using ReleaseInfra.Benchmarks;
using ReleaseInfra.Tests.Support;

var rounds = args is [var text] ? int.Parse(text, null) : 10;
var program = Publication.Make(RepositoryRoot.Path);

using var own = new TemporaryWorkspace();
using var large = LargeWorkspace.Make(services: 1_000);
Measured[] measured =
[
    new Measurement("preview production", ["preview", "production"], own).Run(program, rounds),
    new Measurement("preview production, 1,000 services", ["preview", "production"], large).Run(program, rounds),
    new Measurement("up production", ["up", "production", "--yes"], own).Run(program, rounds),
    new Measurement("up production, 1,000 services", ["up", "production", "--yes"], large).Run(program, rounds),
];

Console.WriteLine("| command | rounds | median s | min s | max s | peak MiB |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var line in measured)
    Console.WriteLine(line);
