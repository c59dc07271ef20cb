using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>The [Output] properties of one resource, empty until its registration ends.</summary>
internal sealed class ResourceOutputs
{
    private readonly (OutputProperty Property, OutputSource Source)[] _sources;

    private ResourceOutputs((OutputProperty, OutputSource)[] sources) => _sources = sources;

    /// <exception cref="RunException">A property is not an output.</exception>
    /// <exception cref="InvalidOperationException">A property has no setter, or an output of a type that no value can have.</exception>
    public static ResourceOutputs InitializeOn(Resource resource)
    {
        var properties = OutputProperties.Of(resource.GetType());
        var itself = ImmutableHashSet.Create(resource);
        var sources = new (OutputProperty, OutputSource)[properties.Length];
        for (var i = 0; i < sources.Length; i++)
            sources[i] = (properties[i], properties[i].InitializeOn(resource, itself));

        return new ResourceOutputs(sources);
    }

    public void Settle(Resource resource, ResourceAnswer answer, bool isPreview)
    {
        foreach (var (property, source) in _sources)
        {
            if (property.WireName == Constants.Urn)
                source.Settle(SerializedValue.Of(answer.Urn));
            else if (property.WireName == Constants.Id && resource is CustomResource)
                source.Settle(new SerializedValue(answer.Id ?? "", !string.IsNullOrEmpty(answer.Id), IsSecret: false));
            else if (!answer.Fields.TryGetValue(property.WireName, out var field))
                source.SettleDefault(isKnown: !isPreview);
            else
                source.Settle(field with { Value = property.Convert(resource, field.Value) });
        }
    }

    public void Fail(Exception error)
    {
        foreach (var (_, source) in _sources)
            source.Fail(error);
    }
}
