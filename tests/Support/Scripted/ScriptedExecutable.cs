namespace ReleaseInfra.Tests.Support.Scripted;

/// <summary>
/// An executable named <c>pulumi</c> that plays back what a test has put into <c>.scripted</c> of the folder that it runs in,
/// and writes down how it was called.
/// </summary>
internal static class ScriptedExecutable
{
    public const string Folder = ".scripted";

    private const string Text =
        """
        #!/bin/sh
        if [ "$1" = version ]; then echo v3.200.0; exit 0; fi
        script="$PWD/.scripted"
        key=$1
        case $1 in stack|config) key="$1-$2" ;; esac

        log=/dev/null
        for argument in "$@"; do
          [ "$before" = --event-log ] && log=$argument
          [ "$key $argument" = "stack-output --show-secrets" ] && key=stack-output-clear
          [ "$before" = --save-plan ] && echo '{}' > "$argument"
          before=$argument
        done

        number=$(( $(cat "$script/$key.count" 2>/dev/null || echo 0) + 1 ))
        echo "$number" > "$script/$key.count"
        { printf '%s\037' "$@"; echo; } >> "$script/calls"
        env | grep '^PULUMI' > "$script/$key.$number.env"

        play="$script/$key.$number"
        [ -d "$play" ] || play="$script/$key"
        if [ ! -d "$play" ]; then echo "error: the test has nothing for '$key'" >&2; exit 255; fi
        [ -f "$play/events" ] && cat "$play/events" >> "$log"
        if [ -f "$play/hold" ]; then
          while [ ! -f "$script/go" ]; do sleep 0.02; done
        fi
        [ -f "$play/stdout" ] && cat "$play/stdout"
        [ -f "$play/stderr" ] && cat "$play/stderr" >&2
        [ -d "$play/after" ] && cp -R "$play/after/." "$script/"
        exit "$(cat "$play/exit" 2>/dev/null || echo 0)"

        """;

    private static readonly Lazy<string> Installed = new(Install);

    /// <summary>Puts it before every other on the search path of this process: once, and for all tests.</summary>
    public static void Use() => _ = Installed.Value;

    private static string Install()
    {
        if (OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException("The scripted executable is a shell script.");
        var folder = Directory.CreateTempSubdirectory("scripted-pulumi-").FullName;
        var file = Path.Combine(folder, "pulumi");
        File.WriteAllText(file, Text);
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Environment.SetEnvironmentVariable("PATH", $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    }
}
