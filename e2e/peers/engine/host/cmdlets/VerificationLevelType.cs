// The server names this type in its refusals; the stand-in is called the same.
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
