using System.Collections.Concurrent;
using Pulumi;
using Pulumi.Testing;

namespace ReleaseInfra.Tests.Support.Programs;

/// <summary>
/// Runs a program against mocks and keeps what it declared. Mocks see inputs only, so options are seen through a
/// transformation.
/// </summary>
public sealed class ProgramRecorder
{
    private readonly ConcurrentDictionary<(string Type, string Name), ResourceTransformationArgs> _seen = new();

    public RecordingMocks Mocks { get; } = new();

    /// <summary>To be given to the stack or to the component under test.</summary>
    public ResourceTransformation Transformation => args =>
    {
        if (!_seen.TryAdd((args.Resource.GetResourceType(), args.Resource.GetResourceName()), args))
            throw new InvalidOperationException($"There are two of {args.Resource.GetResourceType()} {args.Resource.GetResourceName()}.");
        return null;
    };

    /// <summary>Runs what creates resources outside any stack class.</summary>
    public static async Task<DeclaredResources> RunAsync(Action<ComponentResourceOptions> create)
    {
        var recorder = new ProgramRecorder();
        await Deployment.TestAsync(
            recorder.Mocks,
            new TestOptions { IsPreview = false },
            () =>
            {
                create(new ComponentResourceOptions { ResourceTransformations = { recorder.Transformation } });
                return Task.CompletedTask;
            });
        return await recorder.DeclaredAsync();
    }

    /// <summary>Once the run has ended.</summary>
    public async Task<DeclaredResources> DeclaredAsync()
    {
        var declared = new List<DeclaredResource>();
        foreach (var (type, name, inputs) in Mocks.Registered)
        {
            // What the transformation was not given to is a test's own scenery.
            if (!_seen.TryGetValue((type, name), out var args))
                continue;
            var custom = args.Options as CustomResourceOptions;
            declared.Add(new DeclaredResource(
                type,
                name,
                inputs,
                args.Options.Parent is { } parent and not Stack ? parent.GetResourceName() : "",
                args.Options.Protect == true,
                await NamesAsync(args.Options.DependsOn),
                args.Options.IgnoreChanges,
                custom?.DeleteBeforeReplace == true,
                args.Args));
        }

        return new DeclaredResources(declared);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(InputList<Resource> resources)
    {
        var names = new List<string>();
        await foreach (var resource in resources)
            names.Add((await ValueAsync(resource)).GetResourceName());
        names.Sort(StringComparer.Ordinal);
        return names;
    }

    private static Task<T> ValueAsync<T>(Input<T> input) => Pulumi.Utilities.OutputUtilities.GetValueAsync(input.ToOutput());
}
