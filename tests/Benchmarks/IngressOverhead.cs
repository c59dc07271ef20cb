using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ReleaseInfra.Rehearsal.Ingress;
using ReleaseInfra.Rehearsal.Load;

namespace ReleaseInfra.Benchmarks;

/// <summary>What a request to a version costs through the ingress, beside the same request without it.</summary>
internal static class IngressOverhead
{
    private const string Host = "app-web-stg.example.azurecontainerapps.io";
    private static readonly TimeSpan Loaded = TimeSpan.FromSeconds(8);

    public static async Task RunAsync(int requests)
    {
        await using var version = await ServeAsync();
        var address = new Uri(version.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        var direct = new IPEndPoint(IPAddress.Loopback, address.Port);
        await using var ingress = await IngressServer.StartAsync(
            new IngressOptions { Time = TimeProvider.System, Watch = TimeProvider.System }, CancellationToken.None);
        ingress.Apply(new RouteTable([new Route("web", [Host], [new Share(new Backend("web--blue", direct), 100)])]));

        Console.WriteLine("| one after the other | requests | p50 ms | p95 ms | p99 ms |");
        Console.WriteLine("|---|---|---|---|---|");
        await InTurnAsync(direct, ingress.Address, requests / 10);
        var (without, with) = await InTurnAsync(direct, ingress.Address, requests);
        Write("direct", without);
        Write("through the ingress", with);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\noverhead at the median: {At(with, 0.5) - At(without, 0.5):0.000} ms\n"));

        Console.WriteLine("| open loop | requests | lost | p50 ms | p95 ms | p99 ms | longest lag ms |");
        Console.WriteLine("|---|---|---|---|---|---|---|");
        foreach (var perSecond in (double[])[200, 500, 1_500])
        {
            await LoadAsync("direct", direct, perSecond);
            await LoadAsync("through the ingress", ingress.Address, perSecond);
        }
    }

    private static async Task<WebApplication> ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var application = builder.Build();
        application.Run(context => context.Response.WriteAsync("web--blue"));
        await application.StartAsync();
        return application;
    }

    /// <summary>In turn, so that what else the machine does falls on both alike.</summary>
    /// <returns>Milliseconds, rising.</returns>
    private static async Task<(double[] Without, double[] With)> InTurnAsync(IPEndPoint direct, IPEndPoint ingress, int requests)
    {
        using var client = new HttpMessageInvoker(new SocketsHttpHandler { UseProxy = false, UseCookies = false, ActivityHeadersPropagator = null });
        var (without, with) = (new double[requests], new double[requests]);
        for (var request = 0; request < requests; request++)
        {
            without[request] = await AskAsync(client, direct);
            with[request] = await AskAsync(client, ingress);
        }

        return ([.. without.Order()], [.. with.Order()]);
    }

    private static async Task<double> AskAsync(HttpMessageInvoker client, IPEndPoint address)
    {
        var start = Stopwatch.GetTimestamp();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"http://{address}/") { Headers = { Host = Host } };
        using var answer = await client.SendAsync(request, CancellationToken.None);
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task LoadAsync(string name, IPEndPoint address, double perSecond)
    {
        await using var load = OpenLoopLoad.Start(new LoadOptions
        {
            Ingress = address,
            Targets = [new LoadTarget("web", Host, ["/"])],
            PerSecond = perSecond,
            Arrivals = Arrivals.Poisson,
            Time = TimeProvider.System,
            Watch = TimeProvider.System,
        });
        await Task.Delay(Loaded);
        var figures = await load.StopAsync(CancellationToken.None);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"| {name}, {perSecond} a second | {figures.Sent} | {figures.Lost} | {figures.P50.TotalMilliseconds:0.00} | {figures.P95.TotalMilliseconds:0.00} | {figures.P99.TotalMilliseconds:0.00} | {figures.LongestLag.TotalMilliseconds:0.0} |"));
    }

    private static void Write(string name, double[] milliseconds) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {milliseconds.Length} | {At(milliseconds, 0.5):0.000} | {At(milliseconds, 0.95):0.000} | {At(milliseconds, 0.99):0.000} |"));

    private static double At(double[] milliseconds, double share) => milliseconds[(int)(share * (milliseconds.Length - 1))];
}
