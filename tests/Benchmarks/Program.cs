using ReleaseInfra.Benchmarks;
using ReleaseInfra.Tests.Support;

if (args is ["ingress", .. var requests])
{
    await IngressOverhead.RunAsync(requests is [var count] ? int.Parse(count, null) : 20_000);
    return;
}

var rounds = args is [var text] ? int.Parse(text, null) : 10;
var program = Publication.Make(RepositoryRoot.Path);

using var own = new TemporaryWorkspace();
using var released = new TemporaryWorkspace();
using var large = LargeWorkspace.Make(services: 1_000);
Measured[] measured =
[
    new Measurement("preview production", ["preview", "production"], own).Run(program, rounds),
    new Measurement("preview production, 1,000 services", ["preview", "production"], large).Run(program, rounds),
    new Measurement("up production", ["up", "production", "--yes"], own).Run(program, rounds),
    new Measurement("up production, 1,000 services", ["up", "production", "--yes"], large).Run(program, rounds),
    new Measurement("rollback staging", ["rollback", "staging", "--reason", "measured"], released) { Before = Release }.Run(program, rounds),
];

Console.WriteLine("| command | rounds | median s | min s | max s | peak MiB |");
Console.WriteLine("|---|---|---|---|---|---|");
foreach (var line in measured)
    Console.WriteLine(line);

// As people release by hand: a version beside the one that serves, then nine tenths of the traffic.
void Release(Action<string[]> run)
{
    const string File = "Pulumi.staging.yaml";
    using var untouched = new TemporaryWorkspace();
    released.Write(File, untouched.Read(File));
    run(["up", "staging", "--yes"]);
    released
        .Replace(File, "newest: green", "newest: blue")
        .Replace(File, "blue: { tag: v1.2.2, weight: 0 }", "blue: { tag: v1.3.0, weight: 0 }");
    run(["up", "staging", "--yes"]);
    released
        .Replace(File, "blue: { tag: v1.3.0, weight: 0 }", "blue: { tag: v1.3.0, weight: 90 }")
        .Replace(File, "green: { tag: v1.2.3, weight: 100 }", "green: { tag: v1.2.3, weight: 10 }");
    run(["up", "staging", "--yes"]);
}
