namespace ReleaseInfra.Domain.Documents;

public enum ScalarKind
{
    Text,
    Number,
    Boolean,
    Null,
}
