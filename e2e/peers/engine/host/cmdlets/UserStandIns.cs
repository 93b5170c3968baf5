using System.Management.Automation;

namespace Edgewise.EngineHost.Cmdlets;

// The same as StandIns.cs for the cmdlets of roles, users and tests: parameters as the help of Skype for Business Server has them, nothing inside.

/// <summary>Assigns nothing.</summary>
[Cmdlet(VerbsSecurity.Grant, "CsExternalAccessPolicy", SupportsShouldProcess = true)]
public sealed class GrantCsExternalAccessPolicy : PSCmdlet
{
    /// <summary>The user.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string? Identity { get; set; }

    /// <summary>The policy; null takes it away.</summary>
    [Parameter(Position = 1)]
    public string? PolicyName { get; set; }

    /// <summary>The user comes back.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Whom to ask.</summary>
    [Parameter]
    public string? DomainController { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => ShouldProcess(Identity);
}

/// <summary>Says nothing of anybody.</summary>
[Cmdlet(VerbsCommon.Get, "CsAdminRoleAssignment")]
public sealed class GetCsAdminRoleAssignment : PSCmdlet
{
    /// <summary>Whose.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string? Identity { get; set; }

    /// <summary>No questions.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>The local replica.</summary>
    [Parameter]
    public SwitchParameter LocalStore { get; set; }
}

/// <summary>Tests nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CsFederatedPartner")]
public sealed class TestCsFederatedPartner : PSCmdlet
{
    /// <summary>The Edge.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("t")]
    public string? TargetFqdn { get; set; }

    /// <summary>The partner.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("d")]
    public string? Domain { get; set; }

    /// <summary>Its Edge.</summary>
    [Parameter]
    [Alias("pe")]
    public string? ProxyFqdn { get; set; }

    /// <summary>No questions.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }
}

/// <summary>Tests nothing.</summary>
[Cmdlet(VerbsDiagnostic.Test, "CsXmppIM", DefaultParameterSetName = "ServerPlatform")]
public sealed class TestCsXmppIM : PSCmdlet
{
    /// <summary>The pool.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ServerPlatform")]
    [Parameter(Position = 0, ParameterSetName = "ClientPlatform")]
    [Alias("t")]
    public string? TargetFqdn { get; set; }

    /// <summary>Whom to write to.</summary>
    [Parameter(Mandatory = true)]
    public string? Receiver { get; set; }

    /// <summary>Of who writes.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "ClientPlatform")]
    [Alias("uc")]
    public PSCredential? UserCredential { get; set; }

    /// <summary>Who writes.</summary>
    [Parameter(ParameterSetName = "ServerPlatform")]
    [Parameter(Mandatory = true, ParameterSetName = "ClientPlatform")]
    [Alias("ua")]
    public string? UserSipAddress { get; set; }

    /// <summary>A port.</summary>
    [Parameter]
    [Alias("rp")]
    public int RegistrarPort { get; set; }
}
