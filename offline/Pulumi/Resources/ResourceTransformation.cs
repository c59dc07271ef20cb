namespace Pulumi;

/// <returns>The arguments and options to go on with, or null to leave the resource as it is.</returns>
public delegate ResourceTransformationResult? ResourceTransformation(ResourceTransformationArgs args);
