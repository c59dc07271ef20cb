using System.Collections.Immutable;
using ReleaseInfra.Cli.Azure.Failures;

namespace ReleaseInfra.Cli.Azure.Calls;

internal static class AzureLists
{
    extension(AzureCalls calls)
    {
        /// <returns>Null where Azure says that there is no such thing.</returns>
        public async Task<AzureAnswer?> FindAsync(AzureRequest request, CancellationToken cancellation)
        {
            try
            {
                return await calls.SendAsync(request, cancellation);
            }
            catch (AzureRefusal refusal) when (refusal.IsNotFound)
            {
                return null;
            }
        }

        /// <summary>Every page.</summary>
        public async Task<ImmutableArray<WireJson>> ListAsync(AzureRequest request, CancellationToken cancellation)
        {
            var items = ImmutableArray.CreateBuilder<WireJson>();
            for (var page = request; ;)
            {
                var answer = (await calls.SendAsync(page, cancellation)).Json();
                items.AddRange(answer.List("value"));
                if (answer.TextOrNull("nextLink") is not { Length: > 0 } next)
                    return items.ToImmutable();
                page = AzureRequest.GetAt(calls.AddressOf(answer.Call, next));
            }
        }
    }
}
