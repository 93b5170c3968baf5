using System.Text.Json.Nodes;

namespace Edgewise.EngineHost;

/// <summary>JSON lines in, JSON lines out, one at a time, until stdin ends.</summary>
internal static class RequestLoop
{
    /// <summary>Runs <paramref name="answer"/> for each line. What it throws is the answer `{ "failed": type, "message": text }`.</summary>
    public static int Run(Func<JsonObject, JsonNode> answer)
    {
        while (Console.In.ReadLine() is { } line)
        {
            JsonNode reply;
            try
            {
                reply = answer(JsonNode.Parse(line)!.AsObject());
            }
            catch (Exception failure)
            {
                // The test compares it: the engine's own refusal is a result here, not an accident.
                reply = new JsonObject { ["failed"] = failure.GetType().FullName, ["message"] = failure.Message };
            }

            Console.Out.WriteLine(reply.ToJsonString());
            Console.Out.Flush();
        }

        return 0;
    }
}
