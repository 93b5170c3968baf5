// The server's types by their documented names and properties, so that the engine says what becomes of them on the wire.
namespace Microsoft.Rtc.Management.WritableConfig.Settings.Edge;

/// <summary>How inbound messages are verified.</summary>
public enum VerificationLevelType
{
    /// <summary>Always.</summary>
    AlwaysVerifiable,

    /// <summary>Never.</summary>
    AlwaysUnverifiable,

    /// <summary>As the source says.</summary>
    UseSourceVerification,
}

/// <summary>A row of the allowed list.</summary>
public sealed class AllowedDomain
{
    /// <summary>The domain.</summary>
    public string? Identity { get; init; }

    /// <summary>The domain.</summary>
    public string? Domain { get; init; }

    /// <summary>The partner's Access Edge.</summary>
    public string? ProxyFqdn { get; init; }

    /// <summary>How inbound messages are verified.</summary>
    public VerificationLevelType VerificationLevel { get; init; } = VerificationLevelType.UseSourceVerification;

    /// <summary>Free text.</summary>
    public string? Comment { get; init; }

    /// <summary>Deprecated.</summary>
    public bool MarkForMonitoring { get; init; }
}
