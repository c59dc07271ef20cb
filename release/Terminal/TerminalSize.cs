namespace ReleaseInfra.Cli.Terminal;

/// <summary>In characters.</summary>
internal readonly record struct TerminalSize(int Columns, int Rows);
