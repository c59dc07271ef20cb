using System.Diagnostics;
using System.Net;
using ReleaseInfra.Rehearsal.ContainerApps;
using ReleaseInfra.Rehearsal.Running;

namespace ReleaseInfra.Rehearsal.Tests.Running;

/// <summary>People's own programs, which know nothing of a rehearsal but <c>PORT</c>.</summary>
public sealed class OtherLanguageTests
{
    private const string Blue = "web--blue";

    private const string Python = """
        import os
        from http.server import BaseHTTPRequestHandler, HTTPServer
        class Answer(BaseHTTPRequestHandler):
            def do_GET(self):
                body = (os.environ['RELEASE_TAG'] + ' on python').encode()
                self.send_response(200)
                self.send_header('Content-Length', str(len(body)))
                self.end_headers()
                self.wfile.write(body)
        HTTPServer(('127.0.0.1', int(os.environ['PORT'])), Answer).serve_forever()
        """;

    private const string Node = """
        require('http')
          .createServer((request, response) => response.end(`${process.env.RELEASE_TAG} on node`))
          .listen(process.env.PORT);
        """;

    [TestCase("python3", "-c", Python, "v1.3.0 on python")]
    [TestCase("node", "-e", Node, "v1.3.0 on node")]
    public async Task Program_RunsAsARevision(string program, string option, string source, string says)
    {
        if (!IsThere(program))
            Assert.Ignore($"{program} is not on this machine.");

        await using var scene = await RunningScene.OpenAsync();
        scene.Launches.Instead = _ => new AppLaunch(program, [option, source], Environment.CurrentDirectory, LaunchedSample.NoVariables);
        await new RunningApp
        {
            Suffix = "blue",
            Traffic = [RunningApp.To(Blue, 100, "stable")],
            Variables = [SmallAzure.Map(("name", "RELEASE_TAG"), ("value", "v1.3.0"))],
        }.PutAsync(scene);
        await scene.SettledAsync();

        Assert.That((await scene.RevisionAsync(Blue)).Revision.Health, Is.EqualTo(RevisionHealth.Healthy), scene.Apps.LastWordsOf("web", Blue));
        using var response = await scene.GetAsync(scene.HostOfApp("web"), "/");
        Assert.That((response.StatusCode, await response.Content.ReadAsStringAsync()), Is.EqualTo((HttpStatusCode.OK, says)));
    }

    private static bool IsThere(string program)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, ["--version"]) { RedirectStandardOutput = true });
            process!.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
