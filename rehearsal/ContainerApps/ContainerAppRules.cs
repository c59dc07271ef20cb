using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReleaseInfra.Rehearsal.Rules;
using ReleaseInfra.Rehearsal.Values;

namespace ReleaseInfra.Rehearsal.ContainerApps;

/// <summary>What Azure refuses of an app at once, before any operation.</summary>
internal static partial class ContainerAppRules
{
    /// <summary>Of app and revision together, with the two hyphens between them.</summary>
    private const int LongestRevisionName = 54;

    public static void Check(PutRequest put)
    {
        if (put.Desired.Type != AppInputs.Type)
            return;

        var inputs = new AppInputs(put.Desired);
        RefuseSuffix(put, inputs);
        RefuseMissingSecrets(put, inputs);
        var app = put.State.Apps.GetValueOrDefault(put.Desired.Id, ContainerAppState.New);
        RefuseSecretsInUse(put, inputs, app);
        _ = TrafficTable.Resolve(put.Desired, put.Existing, app);
    }

    private static void RefuseSuffix(PutRequest put, AppInputs inputs)
    {
        if (inputs.Suffix is not { } suffix)
            return;

        if (!SuffixForm().IsMatch(suffix))
        {
            throw put.BadRequest(
                "ContainerAppInvalidRevisionName",
                "template.revisionSuffix",
                $"the revision suffix '{suffix}' is not lower-case letters, digits and single hyphens, a letter first, no hyphen last.");
        }

        var length = inputs.AppName.Length + 2 + suffix.Length;
        if (length > LongestRevisionName)
        {
            throw put.BadRequest(
                "ContainerAppInvalidRevisionName",
                "template.revisionSuffix",
                $"the revision name '{inputs.AppName}--{suffix}' has {length} characters; app and revision have {LongestRevisionName} together.");
        }
    }

    private static void RefuseMissingSecrets(PutRequest put, AppInputs inputs)
    {
        var secrets = inputs.Secrets;
        foreach (var container in PlainValues.Select(inputs.Template, "containers[]"))
        {
            foreach (var reference in PlainValues.Select(container, "env[].secretRef").OfType<string>())
            {
                if (!secrets.Contains(reference))
                {
                    var name = PlainValues.Select(container, "name").FirstOrDefault();
                    throw put.BadRequest(
                        "ContainerAppSecretRefNotFound",
                        "template.containers",
                        $"SecretRef '{reference}' defined for container '{name}' not found among configuration.secrets.");
                }
            }
        }
    }

    /// <summary>
    /// In single mode the revision that uses it is about to go, so only multiple mode can be stuck with it.
    /// </summary>
    private static void RefuseSecretsInUse(PutRequest put, AppInputs inputs, ContainerAppState app)
    {
        if (!inputs.IsMultiple || put.Existing is null)
            return;

        var removed = new AppInputs(put.Existing).Secrets.Except(inputs.Secrets);
        foreach (var revision in app.Revisions.Where(revision => revision.Active))
        {
            var used = AppInputs.SecretsReferredTo(revision.Template).FirstOrDefault(removed.Contains);
            if (used is not null)
            {
                throw put.BadRequest(
                    "ContainerAppSecretInUse",
                    "configuration.secrets",
                    $"the secret '{used}' is still referred to by the active revision '{revision.Name}'. Keep it, or deactivate the revision first.");
            }
        }
    }

    [GeneratedRegex("^[a-z](-?[a-z0-9])*$")]
    private static partial Regex SuffixForm();
}
