using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>The base of all argument classes: members with <see cref="InputAttribute"/>, read by their wire names.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    internal ImmutableArray<InputMember> Members => InputMembers.Of(GetType());
}
