namespace System.Runtime.CompilerServices;

/// <summary>The compiler asks for this type where records have init setters; netstandard2.0 lacks it.</summary>
internal static class IsExternalInit;
