using Pulumi;
using Pulumi.Docker;
using Pulumi.Docker.Inputs;
using ReleaseInfra.Domain.Releases;
using ReleaseInfra.Domain.Settings;

namespace ReleaseInfra.Infra.Images;

/// <summary>Turns a repository and a tag into what a host is told to pull.</summary>
/// <param name="Server">Login server of the registry.</param>
/// <param name="BuildRoot">Leads from where the Docker provider runs to the folder that build contexts are relative to.</param>
public sealed record ImageSource(Output<string> Server, ImageSettings Settings, string BuildRoot)
{
    // What Container Apps and App Service run, whatever machine builds it.
    private const string Platform = "linux/amd64";

    /// <param name="name">Logical name of the image, if it is built here.</param>
    internal Output<string> Reference(string name, string repository, ImageTag tag, BuildSettings? build, Resource parent)
    {
        var tagged = Output.Format($"{Server}/{repository}:{tag}");
        if (build is not null)
            return Built(name, tagged, build, parent);
        return Settings.PinDigests ? Pinned(repository, tagged) : tagged;
    }

    private Output<string> Pinned(string repository, Output<string> tagged)
    {
        var found = GetRegistryImage.Invoke(new GetRegistryImageInvokeArgs { Name = tagged });
        return Output.Format($"{Server}/{repository}@{found.Apply(image => image.Sha256Digest)}");
    }

    // Logged in as whoever runs the program ("az acr login"): credentials of the registry do not exist.
    private Output<string> Built(string name, Output<string> tagged, BuildSettings build, Resource parent)
    {
        var image = new Image(
            name,
            new ImageArgs
            {
                ImageName = tagged,
                Build = new DockerBuildArgs
                {
                    Context = $"{BuildRoot}/{build.Context}",
                    Dockerfile = $"{BuildRoot}/{build.Context}/{build.Dockerfile}",
                    Platform = Platform,
                },
            },
            new CustomResourceOptions { Parent = parent });
        // By digest: the same tag built again is another image, and must be seen as one.
        return image.RepoDigest;
    }
}
