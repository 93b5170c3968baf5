using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;

namespace Edgewise.EngineHost.Client;

/// <summary>Stream records as the engine's client understood them.</summary>
internal static class Records
{
    /// <summary>An error record, with the words PowerShell would show.</summary>
    public static JsonObject Error(ErrorRecord record) => new()
    {
        ["message"] = Describe.Text(record.ToString()),
        ["fullyQualifiedErrorId"] = Describe.Text(record.FullyQualifiedErrorId),
        ["category"] = record.CategoryInfo.Category.ToString(),
        ["activity"] = Describe.Text(record.CategoryInfo.Activity),
        ["reason"] = Describe.Text(record.CategoryInfo.Reason),
        ["targetName"] = Describe.Text(record.CategoryInfo.TargetName),
        ["targetType"] = Describe.Text(record.CategoryInfo.TargetType),
        ["recommendedAction"] = Describe.Text(record.ErrorDetails?.RecommendedAction ?? ""),
        ["exceptionTypes"] = ExceptionTypes(record.Exception),
    };

    /// <summary>An information record: its data and where it is from.</summary>
    public static JsonObject Information(InformationRecord record) => new()
    {
        ["data"] = Describe.Value(record.MessageData),
        ["source"] = Describe.Text(record.Source ?? ""),
        ["tags"] = new JsonArray([.. record.Tags.Select(tag => (JsonNode)Describe.Text(tag))]),
    };

    /// <summary>A progress record.</summary>
    public static JsonObject Progress(ProgressRecord record) => new()
    {
        ["activity"] = Describe.Text(record.Activity),
        ["activityId"] = record.ActivityId,
        ["parentActivityId"] = record.ParentActivityId,
        ["status"] = Describe.Text(record.StatusDescription ?? ""),
        ["currentOperation"] = Describe.Text(record.CurrentOperation ?? ""),
        ["percentComplete"] = record.PercentComplete,
        ["secondsRemaining"] = record.SecondsRemaining,
        ["completed"] = record.RecordType == ProgressRecordType.Completed,
    };

    private static JsonArray ExceptionTypes(Exception exception)
    {
        var names = exception is RemoteException { SerializedRemoteException: { } serialized }
            ? serialized.TypeNames.Select(name => name.Replace("Deserialized.", "", StringComparison.Ordinal))
            : [exception.GetType().FullName!];
        return new JsonArray([.. names.Select(name => (JsonNode)name)]);
    }
}
