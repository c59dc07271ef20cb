using Pulumi.Serialization;

namespace Pulumi;

public class CustomResource : Resource
{
    public CustomResource(string type, string name, ResourceArgs? args, CustomResourceOptions? options = null)
        : base(type, name, custom: true, args ?? ResourceArgs.Empty, options ?? new CustomResourceOptions())
    {
    }

    // Set by reflection, as every output of a resource.
    [Output(Constants.Id)]
    public Output<string> Id { get; private protected set; } = null!;
}
