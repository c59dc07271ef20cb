namespace Pulumi;

/// <summary>What an input of a union holds: mostly not the union, which is made only for whoever asks for it.</summary>
internal enum UnionForm
{
    Union,
    First,
    Second,
}
