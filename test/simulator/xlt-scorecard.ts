/** `scorecard.xml`: two groups of rules, one of which can fail the test. */
export function scorecardXml(failed: boolean): string {
  const points = failed ? 12 : 20
  return `<?xml version="1.0" encoding="UTF-8"?>
<scorecard>
  <configuration version="1">
    <rules>
      <rule id="responseTimes" name="Response times" enabled="true" failsTest="true"><checks/></rule>
      <rule id="errors" name="Errors" enabled="true" failsTest="false"><checks/></rule>
      <rule id="payload" name="Payload" enabled="false" failsTest="false"><checks/></rule>
    </rules>
    <groups>
      <group id="speed" name="Speed" enabled="true"><rules><rule>responseTimes</rule></rules></group>
      <group id="quality" name="Quality" enabled="true"><rules><rule>errors</rule><rule>payload</rule></rules></group>
    </groups>
    <ratings><rating id="B" value="80.0"/><rating id="A" value="100.0"/></ratings>
  </configuration>
  <outcome points="${points}" totalPoints="20" pointsPercentage="${points * 5}.0" testFailed="${failed}">
    <groups>
      <group ref-id="speed" points="${points - 8}" totalPoints="12" testFailed="${failed}">
        <rules>
          <rule ref-id="responseTimes" points="${points - 8}" testFailed="${failed}">
            <checks><check index="0"><result>${failed ? 'NOTPASSED' : 'PASSED'}</result></check></checks>
            <result>${failed ? 'NOTPASSED' : 'PASSED'}</result>
            <message>${failed ? 'The p95 of Checkout is above 500 ms &amp; rising' : 'All pages are fast enough'}</message>
          </rule>
        </rules>
        <result>${failed ? 'NOTPASSED' : 'PASSED'}</result>
      </group>
      <group ref-id="quality" points="8" totalPoints="8" testFailed="false">
        <rules>
          <rule ref-id="errors" points="8" testFailed="false"><checks/><result>PASSED</result></rule>
          <rule ref-id="payload" points="0" testFailed="false"><checks/><result>SKIPPED</result></rule>
        </rules>
        <result>PASSED</result>
      </group>
    </groups>
    <rating>${failed ? 'F' : 'A'}</rating>
  </outcome>
</scorecard>
`
}
