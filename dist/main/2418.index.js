export const id=2418;export const ids=[2418];export const modules={54891:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Q:()=>busyWhileSlow,W:()=>busyInWords});var _foundation_format_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(48253);var _figures_label_rows_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(94141);var _generators_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(89735);var _onset_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(36030);function busyWhileSlow(load,series,slow){if(load?.cpuMaxPercent===undefined||series===undefined||!isSpan(slow))return undefined;const[fromMs,toMs]=[Date.parse(slow.at),slow.until===undefined?Infinity:Date.parse(slow.until)];const during=[];const otherwise=[];for(const[at,percent]of load.cpuMaxPercent.entries()){const middleMs=load.startMs+(at+.5)*load.intervalMs;const p95Ms=series.p95Ms?.[Math.floor((middleMs-series.startMs)/series.intervalMs)]??0;const isWithin=middleMs>=fromMs&&middleMs<toMs;if(!isWithin)otherwise.push(percent);else if(p95Ms>=(slow.before+slow.during)/2)during.push(percent)}const cpuPercent=meanOf(during);const otherwisePercent=meanOf(otherwise);if(cpuPercent===undefined||cpuPercent<=_generators_js__WEBPACK_IMPORTED_MODULE_1__.X)return undefined;return{at:slow.at,cpuPercent,...otherwisePercent!==undefined&&{otherwisePercent}}}function isSpan(onset){return onset!==undefined&&`at`in onset}function busyInWords(measurements){const subject=(0,_figures_label_rows_js__WEBPACK_IMPORTED_MODULE_2__.AO)(measurements);const series=subject&&measurements?.subjects[subject]?.total?.series;const slow=subject&&series&&(0,_onset_js__WEBPACK_IMPORTED_MODULE_0__.r)(series,subject);const busy=busyWhileSlow(measurements?.load,series,slow);if(busy===undefined||!isSpan(slow))return``;const otherwise=busy.otherwisePercent===undefined?``:` (${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.l9)(rounded(busy.otherwisePercent))} otherwise)`;return`${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.a3)(slow.afterSeconds*1e3)} after the start, p95 rose from ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.a3)(slow.before)} to `+`${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.a3)(slow.during)} while the busiest load generator was at ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.l9)(rounded(busy.cpuPercent))} CPU${otherwise}. `+`Above ${_generators_js__WEBPACK_IMPORTED_MODULE_1__.X}%, the times may be the load generator's own.`}function rounded(percent){return Math.round(percent)/100}function meanOf(values){const known=values.filter(value=>value!==null);return known.length===0?undefined:known.reduce((sum,value)=>sum+value,0)/known.length}}),89735:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{I:()=>generatorsOf,X:()=>SHORT_PERCENT});const SHORT_PERCENT=80;const PEAK_PERCENT=95;const MOST_AGENTS=5;function generatorsOf(agents=[]){const busiest=agents.filter(agent=>agent.cpuMeanPercent!==undefined||agent.cpuMaxPercent!==undefined).toSorted((a,b)=>load(b)-load(a));const means=busiest.flatMap(({cpuMeanPercent})=>cpuMeanPercent??[]);const peaks=busiest.flatMap(({cpuMaxPercent})=>cpuMaxPercent??[]);return{cpu:busiest.length===0?`unknown`:means.some(percent=>percent>=SHORT_PERCENT)?`short`:peaks.some(percent=>percent>=PEAK_PERCENT)?`peaks`:`fine`,busiest:busiest.slice(0,MOST_AGENTS).map(({agent,cpuMeanPercent,cpuMaxPercent})=>({agent,...cpuMeanPercent!==undefined&&{cpuMeanPercent},...cpuMaxPercent!==undefined&&{cpuMaxPercent}}))}}const load=({cpuMeanPercent,cpuMaxPercent})=>cpuMeanPercent??cpuMaxPercent??0}),36030:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{r:()=>onsetOfSlowness,y:()=>onsetOfErrors});var _foundation_duration_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(53166);const MORE_ERRORS=2;const LONGER=1.25;const FEWEST_ERRORS=3;function onsetOfErrors(series,subject){const errorCounts=series.errors??[];const shares=series.count.map((count,index)=>count===0?null:Math.min(1,(errorCounts[index]??0)/count));const errors=errorCounts.reduce((sum,count)=>sum+count,0);if(errors===0)return undefined;const span=errors<FEWEST_ERRORS?undefined:worstSpan(series.count,shares);const isChange=span!==undefined&&span.during>=span.before*MORE_ERRORS;return onsetOf(series,subject,isChange?span:undefined,meanOf(series.count,shares))}function onsetOfSlowness(series,subject){const times=(series.p95Ms??[]).map((value,index)=>value??series.meanMs[index]??null);if(times.every(value=>value===null))return undefined;const span=worstSpan(series.count,times);const isChange=span!==undefined&&span.during>=span.before*LONGER;return onsetOf(series,subject,isChange?span:undefined,meanOf(series.count,times))}function onsetOf(series,subject,span,mean){if(span===undefined)return{subject,steady:true,during:mean};const{startMs,intervalMs}=series;const isOver=span.end<series.count.length;return{subject,at:(0,_foundation_duration_js__WEBPACK_IMPORTED_MODULE_0__.L)(startMs+span.start*intervalMs),afterSeconds:span.start*intervalMs/1e3,...isOver&&{until:(0,_foundation_duration_js__WEBPACK_IMPORTED_MODULE_0__.L)(startMs+span.end*intervalMs)},before:span.before,during:span.during,resolutionSeconds:intervalMs/1e3}}function worstSpan(weights,values){const mean=meanOf(weights,values);let[sum,lowest,low,best]=[0,0,0,0];let[start,end]=[0,0];for(const[index,value]of values.entries()){if(value!==null)sum+=(weights[index]??0)*(value-mean);if(sum-lowest>best)[best,start,end]=[sum-lowest,low,index+1];if(sum<lowest)[lowest,low]=[sum,index+1]}const within=index=>index>=start&&index<end;const inside=weights.map((weight,index)=>within(index)?weight:0);const outside=weights.map((weight,index)=>within(index)?0:weight);if(!inside.some(weight=>weight>0)||!outside.some(weight=>weight>0))return undefined;return{start,end,before:meanOf(outside,values),during:meanOf(inside,values)}}function meanOf(weights,values){let[total,weight]=[0,0];for(const[index,value]of values.entries()){if(value===null)continue;total+=(weights[index]??0)*value;weight+=weights[index]??0}return weight===0?0:total/weight}}),93145:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Ap:()=>unlistedErrors,GI:()=>errorRows,bh:()=>kindInWords,ie:()=>clockOf,zw:()=>spanInWords});var _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(75817);function errorRows(measurements){const rows=_measurements_model_js__WEBPACK_IMPORTED_MODULE_0__.$.flatMap(subject=>rowsOf(subject,measurements?.subjects[subject]));const told=rows.filter(({code,message})=>code!==undefined||message!==undefined);const hasLabels=told.some(({label,code})=>label!==undefined&&code!==undefined);const chosen=hasLabels?told.filter(({label})=>label!==undefined):told;return(chosen.length>0?chosen:rows).sort((a,b)=>b.count-a.count)}function rowsOf(subject,timings){const{kinds,codes=[]}=timings?.errorKinds??{};if(kinds!==undefined)return kinds.map(kind=>({subject,...kind}));return codes.map(({code,count})=>({subject,code,count}))}function unlistedErrors(measurements){return _measurements_model_js__WEBPACK_IMPORTED_MODULE_0__.$.reduce((sum,subject)=>sum+(measurements?.subjects[subject]?.errorKinds?.unlistedErrors??0),0)}function kindInWords({code,message}){if(code!==undefined)return code===`0`?`no response`:code;return message??`failed`}function spanInWords({firstAtMs,lastAtMs}){if(firstAtMs===undefined||lastAtMs===undefined)return``;const[first,last]=[clockOf(firstAtMs),clockOf(lastAtMs)];return first===last?`${first} UTC`:`${first} to ${last} UTC`}function clockOf(ms){const date=new Date(ms);return Number.isNaN(date.getTime())?`–`:date.toISOString().slice(11,19)}}),18400:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{l:()=>requestSubjectsNote});var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(48253);function requestSubjectsNote(measurements){const{requests,"raw-requests":raw}=measurements?.subjects??{};if(requests===undefined||raw===undefined)return undefined;const labels=`${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__.B4)(requests.labels.length)} labels instead of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__.B4)(raw.labels.length)}`;const[counted,measured]=[requests.total?.count,raw.total?.count];const counts=counted===undefined||measured===undefined?``:counted===measured?` Both count the same ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__.B4)(counted)} requests.`:` XLT counts ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__.B4)(counted)} of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__.B4)(measured)}, because its rules or the report's time range leave some out.`;const charts=requests.total?.series?`Charts over time of raw-requests have errors and percentiles; those of requests have only throughput and mean, because the report has no more.`:`Charts over time show raw-requests, because the report has no series.`;return`requests is XLT's report, which renames and merges requests by its rules (${labels}); raw-requests is every request of the raw result under its own name.${counts} ${charts}`}}),7711:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Z:()=>changesOfUsual});const MOST_TOLD=10;function changesOfUsual({criteria}){const all=criteria.flatMap(({usual})=>usual?.changes?.map(({message})=>message)??[]);const distinct=[...new Set(all)];const more=distinct.length-MOST_TOLD;return more>0?[...distinct.slice(0,MOST_TOLD),`And ${more} more changes of the usual.`]:distinct}}),30195:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{v:()=>vitalTable});var _foundation_format_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(48253);const CORE=[`lcp`,`inp`,`cls`,`fcp`,`ttfb`,`fid`];const MOST_VITALS=8;const UNITLESS=`cls`;function vitalTable(vitals){const rank=vital=>CORE.includes(vital)?CORE.indexOf(vital):CORE.length;const names=[...new Set(vitals.map(({vital})=>vital.toLowerCase()))].toSorted((a,b)=>rank(a)-rank(b)||(a<b?-1:1)).slice(0,MOST_VITALS);const byPage=new Map;for(const vital of vitals){const known=byPage.get(vital.page)??new Map;byPage.set(vital.page,known.set(vital.vital.toLowerCase(),vital))}return{names:names.map(name=>name.toUpperCase()),pages:[...byPage].map(([page,known])=>({page,cells:names.map(name=>cellOf(known.get(name)))}))}}function cellOf(vital){if(vital?.score===undefined)return undefined;const value=vital.vital.toLowerCase()===UNITLESS?String(Number(vital.score.toPrecision(3))):(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_0__.a3)(vital.score);return{value,rating:vital.rating??``}}}),42418:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{renderPage:()=>renderPage});var report_escape=__webpack_require__(9888);var one_line=__webpack_require__(75267);var verdict_words=__webpack_require__(17558);var run_words=__webpack_require__(41850);;const SCRIPT=`/*! https://github.com/leeoniya/uPlot (v1.6.32) */
var uPlot=function(){"use strict";const l="u-off",e="u-label",t="width",n="height",i="top",o="bottom",s="left",r="right",u="#000",a=u+"0",f="mousemove",c="mousedown",h="mouseup",d="mouseenter",p="mouseleave",m="dblclick",g="change",x="dppxchange",w="--",_="undefined"!=typeof window,b=_?document:null,v=_?window:null,k=_?navigator:null;let y,M;function S(l,e){if(null!=e){let t=l.classList;!t.contains(e)&&t.add(e)}}function T(l,e){let t=l.classList;t.contains(e)&&t.remove(e)}function E(l,e,t){l.style[e]=t+"px"}function z(l,e,t,n){let i=b.createElement(l);return null!=e&&S(i,e),null!=t&&t.insertBefore(i,n),i}function D(l,e){return z("div",l,e)}const P=new WeakMap;function A(e,t,n,i,o){let s="translate("+t+"px,"+n+"px)";s!=P.get(e)&&(e.style.transform=s,P.set(e,s),0>t||0>n||t>i||n>o?S(e,l):T(e,l))}const W=new WeakMap;function Y(l,e,t){let n=e+t;n!=W.get(l)&&(W.set(l,n),l.style.background=e,l.style.borderColor=t)}const C=new WeakMap;function H(l,e,t,n){let i=e+""+t;i!=C.get(l)&&(C.set(l,i),l.style.height=t+"px",l.style.width=e+"px",l.style.marginLeft=n?-e/2+"px":0,l.style.marginTop=n?-t/2+"px":0)}const F={passive:!0},R={...F,capture:!0};function G(l,e,t,n){e.addEventListener(l,t,n?R:F)}function I(l,e,t){e.removeEventListener(l,t,F)}function L(l,e,t,n){let i;t=t||0;let o=2147483647>=(n=n||e.length-1);for(;n-t>1;)i=o?t+n>>1:sl((t+n)/2),l>e[i]?t=i:n=i;return l-e[t]>e[n]-l?n:t}function O(l){return(e,t,n)=>{let i=-1,o=-1;for(let o=t;n>=o;o++)if(l(e[o])){i=o;break}for(let i=n;i>=t;i--)if(l(e[i])){o=i;break}return[i,o]}}_&&function l(){let e=devicePixelRatio;y!=e&&(y=e,M&&I(g,M,l),M=matchMedia(\`(min-resolution: \${y-.001}dppx) and (max-resolution: \${y+.001}dppx)\`),G(g,M,l),v.dispatchEvent(new CustomEvent(x)))}();const N=l=>null!=l,j=l=>null!=l&&l>0,U=O(N),V=O(j);function B(l,e,t,n){let i=hl(l),o=hl(e);l==e&&(-1==i?(l*=t,e/=t):(l/=t,e*=t));let s=10==t?dl:pl,r=1==o?ul:sl,u=(1==i?sl:ul)(s(ol(l))),a=r(s(ol(e))),f=cl(t,u),c=cl(t,a);return 10==t&&(0>u&&(f=Al(f,-u)),0>a&&(c=Al(c,-a))),n||2==t?(l=f*i,e=c*o):(l=Pl(l,f),e=Dl(e,c)),[l,e]}function $(l,e,t,n){let i=B(l,e,t,n);return 0==l&&(i[0]=0),0==e&&(i[1]=0),i}const J=.1,q={mode:3,pad:J},K={pad:0,soft:null,mode:0},X={min:K,max:K};function Z(l,e,t,n){return Ol(t)?ll(l,e,t):(K.pad=t,K.soft=n?0:null,K.mode=n?3:0,ll(l,e,X))}function Q(l,e){return null==l?e:l}function ll(l,e,t){let n=t.min,i=t.max,o=Q(n.pad,0),s=Q(i.pad,0),r=Q(n.hard,-gl),u=Q(i.hard,gl),a=Q(n.soft,gl),f=Q(i.soft,-gl),c=Q(n.mode,0),h=Q(i.mode,0),d=e-l,p=dl(d),m=fl(ol(l),ol(e)),g=dl(m),x=ol(g-p);(1e-24>d||x>10)&&(d=0,0!=l&&0!=e||(d=1e-24,2==c&&a!=gl&&(o=0),2==h&&f!=-gl&&(s=0)));let w=d||m||1e3,_=dl(w),b=cl(10,sl(_)),v=Al(Pl(l-w*(0==d?0==l?.1:1:o),b/10),24),k=a>l||1!=c&&(3!=c||v>a)&&(2!=c||a>v)?gl:a,y=fl(r,k>v&&l>=k?k:al(k,v)),M=Al(Dl(e+w*(0==d?0==e?.1:1:s),b/10),24),S=e>f||1!=h&&(3!=h||f>M)&&(2!=h||M>f)?-gl:f,T=al(u,M>S&&S>=e?S:fl(S,M));return y==T&&0==y&&(T=100),[y,T]}const el=new Intl.NumberFormat(_?k.language:"en-US"),tl=l=>el.format(l),nl=Math,il=nl.PI,ol=nl.abs,sl=nl.floor,rl=nl.round,ul=nl.ceil,al=nl.min,fl=nl.max,cl=nl.pow,hl=nl.sign,dl=nl.log10,pl=nl.log2,ml=(l,e=1)=>nl.asinh(l/e),gl=1/0;function xl(l){return 1+(0|dl((l^l>>31)-(l>>31)))}function wl(l,e,t){return al(fl(l,e),t)}function _l(l){return"function"==typeof l}function bl(l){return _l(l)?l:()=>l}const vl=l=>l,kl=(l,e)=>e,yl=()=>null,Ml=()=>!0,Sl=(l,e)=>l==e,Tl=/\\.\\d*?(?=9{6,}|0{6,})/gm,El=l=>{if(Il(l)||Wl.has(l))return l;const e=""+l,t=e.match(Tl);if(null==t)return l;let n=t[0].length-1;if(-1!=e.indexOf("e-")){let[l,t]=e.split("e");return+\`\${El(l)}e\${t}\`}return Al(l,n)};function zl(l,e){return El(Al(El(l/e))*e)}function Dl(l,e){return El(ul(El(l/e))*e)}function Pl(l,e){return El(sl(El(l/e))*e)}function Al(l,e=0){if(Il(l))return l;let t=10**e;return rl(l*t*(1+Number.EPSILON))/t}const Wl=new Map;function Yl(l){return((""+l).split(".")[1]||"").length}function Cl(l,e,t,n){let i=[],o=n.map(Yl);for(let s=e;t>s;s++){let e=ol(s),t=Al(cl(l,s),e);for(let r=0;n.length>r;r++){let u=10==l?+\`\${n[r]}e\${s}\`:n[r]*t,a=(0>s?e:0)+(o[r]>s?o[r]:0),f=10==l?u:Al(u,a);i.push(f),Wl.set(f,a)}}return i}const Hl={},Fl=[],Rl=[null,null],Gl=Array.isArray,Il=Number.isInteger;function Ll(l){return"string"==typeof l}function Ol(l){let e=!1;if(null!=l){let t=l.constructor;e=null==t||t==Object}return e}function Nl(l){return null!=l&&"object"==typeof l}const jl=Object.getPrototypeOf(Uint8Array),Ul="__proto__";function Vl(l,e=Ol){let t;if(Gl(l)){let n=l.find((l=>null!=l));if(Gl(n)||e(n)){t=Array(l.length);for(let n=0;l.length>n;n++)t[n]=Vl(l[n],e)}else t=l.slice()}else if(l instanceof jl)t=l.slice();else if(e(l)){t={};for(let n in l)n!=Ul&&(t[n]=Vl(l[n],e))}else t=l;return t}function Bl(l){let e=arguments;for(let t=1;e.length>t;t++){let n=e[t];for(let e in n)e!=Ul&&(Ol(l[e])?Bl(l[e],Vl(n[e])):l[e]=Vl(n[e]))}return l}function $l(l,e,t){for(let n,i=0,o=-1;e.length>i;i++){let s=e[i];if(s>o){for(n=s-1;n>=0&&null==l[n];)l[n--]=null;for(n=s+1;t>n&&null==l[n];)l[o=n++]=null}}}const Jl="undefined"==typeof queueMicrotask?l=>Promise.resolve().then(l):queueMicrotask,ql=["January","February","March","April","May","June","July","August","September","October","November","December"],Kl=["Sunday","Monday","Tuesday","Wednesday","Thursday","Friday","Saturday"];function Xl(l){return l.slice(0,3)}const Zl=Kl.map(Xl),Ql=ql.map(Xl),le={MMMM:ql,MMM:Ql,WWWW:Kl,WWW:Zl};function ee(l){return(10>l?"0":"")+l}const te={YYYY:l=>l.getFullYear(),YY:l=>(l.getFullYear()+"").slice(2),MMMM:(l,e)=>e.MMMM[l.getMonth()],MMM:(l,e)=>e.MMM[l.getMonth()],MM:l=>ee(l.getMonth()+1),M:l=>l.getMonth()+1,DD:l=>ee(l.getDate()),D:l=>l.getDate(),WWWW:(l,e)=>e.WWWW[l.getDay()],WWW:(l,e)=>e.WWW[l.getDay()],HH:l=>ee(l.getHours()),H:l=>l.getHours(),h:l=>{let e=l.getHours();return 0==e?12:e>12?e-12:e},AA:l=>12>l.getHours()?"AM":"PM",aa:l=>12>l.getHours()?"am":"pm",a:l=>12>l.getHours()?"a":"p",mm:l=>ee(l.getMinutes()),m:l=>l.getMinutes(),ss:l=>ee(l.getSeconds()),s:l=>l.getSeconds(),fff:l=>function(l){return(10>l?"00":100>l?"0":"")+l}(l.getMilliseconds())};function ne(l,e){e=e||le;let t,n=[],i=/\\{([a-z]+)\\}|[^{]+/gi;for(;t=i.exec(l);)n.push("{"==t[0][0]?te[t[1]]:t[0]);return l=>{let t="";for(let i=0;n.length>i;i++)t+="string"==typeof n[i]?n[i]:n[i](l,e);return t}}const ie=(new Intl.DateTimeFormat).resolvedOptions().timeZone,oe=l=>l%1==0,se=[1,2,2.5,5],re=Cl(10,-32,0,se),ue=Cl(10,0,32,se),ae=ue.filter(oe),fe=re.concat(ue),ce="{YYYY}",he="\\n"+ce,de="{M}/{D}",pe="\\n"+de,me=pe+"/{YY}",ge="{aa}",xe="{h}:{mm}"+ge,we="\\n"+xe,_e=":{ss}",be=null;function ve(l){let e=1e3*l,t=60*e,n=60*t,i=24*n,o=30*i,s=365*i;return[(1==l?Cl(10,0,3,se).filter(oe):Cl(10,-3,0,se)).concat([e,5*e,10*e,15*e,30*e,t,5*t,10*t,15*t,30*t,n,2*n,3*n,4*n,6*n,8*n,12*n,i,2*i,3*i,4*i,5*i,6*i,7*i,8*i,9*i,10*i,15*i,o,2*o,3*o,4*o,6*o,s,2*s,5*s,10*s,25*s,50*s,100*s]),[[s,ce,be,be,be,be,be,be,1],[28*i,"{MMM}",he,be,be,be,be,be,1],[i,de,he,be,be,be,be,be,1],[n,"{h}"+ge,me,be,pe,be,be,be,1],[t,xe,me,be,pe,be,be,be,1],[e,_e,me+" "+xe,be,pe+" "+xe,be,we,be,1],[l,_e+".{fff}",me+" "+xe,be,pe+" "+xe,be,we,be,1]],function(e){return(r,u,a,f,c,h)=>{let d=[],p=c>=s,m=c>=o&&s>c,g=e(a),x=Al(g*l,3),w=Pe(g.getFullYear(),p?0:g.getMonth(),m||p?1:g.getDate()),_=Al(w*l,3);if(m||p){let t=m?c/o:0,n=p?c/s:0,i=x==_?x:Al(Pe(w.getFullYear()+n,w.getMonth()+t,1)*l,3),r=new Date(rl(i/l)),u=r.getFullYear(),a=r.getMonth();for(let o=0;f>=i;o++){let s=Pe(u+n*o,a+t*o,1),r=s-e(Al(s*l,3));i=Al((+s+r)*l,3),i>f||d.push(i)}}else{let o=i>c?c:i,s=_+(sl(a)-sl(x))+Dl(x-_,o);d.push(s);let p=e(s),m=p.getHours()+p.getMinutes()/t+p.getSeconds()/n,g=c/n,w=h/r.axes[u]._space;for(;s=Al(s+c,1==l?0:3),f>=s;)if(g>1){let l=sl(Al(m+g,6))%24,t=e(s).getHours()-l;t>1&&(t=-1),s-=t*n,m=(m+g)%24,.7>Al((s-d[d.length-1])/c,3)*w||d.push(s)}else d.push(s)}return d}}]}const[ke,ye,Me]=ve(1),[Se,Te,Ee]=ve(.001);function ze(l,e){return l.map((l=>l.map(((t,n)=>0==n||8==n||null==t?t:e(1==n||0==l[8]?t:l[1]+t)))))}function De(l,e){return(t,n,i,o,s)=>{let r,u,a,f,c,h,d=e.find((l=>s>=l[0]))||e[e.length-1];return n.map((e=>{let t=l(e),n=t.getFullYear(),i=t.getMonth(),o=t.getDate(),s=t.getHours(),p=t.getMinutes(),m=t.getSeconds(),g=n!=r&&d[2]||i!=u&&d[3]||o!=a&&d[4]||s!=f&&d[5]||p!=c&&d[6]||m!=h&&d[7]||d[1];return r=n,u=i,a=o,f=s,c=p,h=m,g(t)}))}}function Pe(l,e,t){return new Date(l,e,t)}function Ae(l,e){return e(l)}function We(l,e){return(t,n,i,o)=>null==o?w:e(l(n))}Cl(2,-53,53,[1]);const Ye={show:!0,live:!0,isolate:!1,mount:()=>{},markers:{show:!0,width:2,stroke:function(l,e){let t=l.series[e];return t.width?t.stroke(l,e):t.points.width?t.points.stroke(l,e):null},fill:function(l,e){return l.series[e].fill(l,e)},dash:"solid"},idx:null,idxs:null,values:[]},Ce=[0,0];function He(l,e,t,n=!0){return l=>{0==l.button&&(!n||l.target==e)&&t(l)}}function Fe(l,e,t,n=!0){return l=>{(!n||l.target==e)&&t(l)}}const Re={show:!0,x:!0,y:!0,lock:!1,move:function(l,e,t){return Ce[0]=e,Ce[1]=t,Ce},points:{one:!1,show:function(l,e){let i=l.cursor.points,o=D(),s=i.size(l,e);E(o,t,s),E(o,n,s);let r=s/-2;E(o,"marginLeft",r),E(o,"marginTop",r);let u=i.width(l,e,s);return u&&E(o,"borderWidth",u),o},size:function(l,e){return l.series[e].points.size},width:0,stroke:function(l,e){let t=l.series[e].points;return t._stroke||t._fill},fill:function(l,e){let t=l.series[e].points;return t._fill||t._stroke}},bind:{mousedown:He,mouseup:He,click:He,dblclick:He,mousemove:Fe,mouseleave:Fe,mouseenter:Fe},drag:{setScale:!0,x:!0,y:!1,dist:0,uni:null,click:(l,e)=>{e.stopPropagation(),e.stopImmediatePropagation()},_x:!1,_y:!1},focus:{dist:(l,e,t,n,i)=>n-i,prox:-1,bias:0},hover:{skip:[void 0],prox:null,bias:0},left:-10,top:-10,idx:null,dataIdx:null,idxs:null,event:null},Ge={show:!0,stroke:"rgba(0,0,0,0.07)",width:2},Ie=Bl({},Ge,{filter:kl}),Le=Bl({},Ie,{size:10}),Oe=Bl({},Ge,{show:!1}),Ne='12px system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji"',je="bold "+Ne,Ue={show:!0,scale:"x",stroke:u,space:50,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:je,side:2,grid:Ie,ticks:Le,border:Oe,font:Ne,lineGap:1.5,rotate:0},Ve={show:!0,scale:"x",auto:!1,sorted:1,min:gl,max:-gl,idxs:[]};function Be(l,e){return e.map((l=>null==l?"":tl(l)))}function $e(l,e,t,n,i,o,s){let r=[],u=Wl.get(i)||0;for(let l=t=s?t:Al(Dl(t,i),u);n>=l;l=Al(l+i,u))r.push(Object.is(l,-0)?0:l);return r}function Je(l,e,t,n,i){const o=[],s=l.scales[l.axes[e].scale].log,r=sl((10==s?dl:pl)(t));i=cl(s,r),10==s&&(i=fe[L(i,fe)]);let u=t,a=i*s;10==s&&(a=fe[L(a,fe)]);do{o.push(u),u+=i,10!=s||Wl.has(u)||(u=Al(u,Wl.get(i))),a>u||(a=(i=u)*s,10==s&&(a=fe[L(a,fe)]))}while(n>=u);return o}function qe(l,e,t,n,i){let o=l.scales[l.axes[e].scale].asinh,s=n>o?Je(l,e,fl(o,t),n,i):[o],r=0>n||t>0?[]:[0];return(-o>t?Je(l,e,fl(o,-n),-t,i):[o]).reverse().map((l=>-l)).concat(r,s)}const Ke=/./,Xe=/[12357]/,Ze=/[125]/,Qe=/1/,lt=(l,e,t,n)=>l.map(((l,i)=>4==e&&0==l||i%n==0&&t.test(l.toExponential()[0>l?1:0])?l:null));function et(l,e,t){let n=l.axes[t],i=n.scale,o=l.scales[i],s=l.valToPos,r=n._space,u=s(10,i),a=s(9,i)-u<r?s(7,i)-u<r?s(5,i)-u<r?Qe:Ze:Xe:Ke;if(a==Qe){let l=ol(s(1,i)-u);if(r>l)return lt(e.slice().reverse(),o.distr,a,ul(r/l)).reverse()}return lt(e,o.distr,a,1)}function tt(l,e,t){let n=l.axes[t],i=n.scale,o=n._space,s=l.valToPos,r=ol(s(1,i)-s(2,i));return o>r?lt(e.slice().reverse(),3,Ke,ul(o/r)).reverse():e}function nt(l,e,t,n){return null==n?w:null==e?"":tl(e)}const it={show:!0,scale:"y",stroke:u,space:30,gap:5,alignTo:1,size:50,labelGap:0,labelSize:30,labelFont:je,side:3,grid:Ie,ticks:Le,border:Oe,font:Ne,lineGap:1.5,rotate:0},ot={scale:null,auto:!0,sorted:0,min:gl,max:-gl},st=(l,e,t,n,i)=>i,rt={show:!0,auto:!0,sorted:0,gaps:st,alpha:1,facets:[Bl({},ot,{scale:"x"}),Bl({},ot,{scale:"y"})]},ut={scale:"y",auto:!0,sorted:0,show:!0,spanGaps:!1,gaps:st,alpha:1,points:{show:function(l,e){let{scale:t,idxs:n}=l.series[0],i=l._data[0],o=l.valToPos(i[n[0]],t,!0),s=l.valToPos(i[n[1]],t,!0);return ol(s-o)/(l.series[e].points.space*y)>=n[1]-n[0]},filter:null},values:null,min:gl,max:-gl,idxs:[],path:null,clip:null};function at(l,e,t){return t/10}const ft={time:!0,auto:!0,distr:1,log:10,asinh:1,min:null,max:null,dir:1,ori:0},ct=Bl({},ft,{time:!1,ori:1}),ht={};function dt(l){let e=ht[l];return e||(e={key:l,plots:[],sub(l){e.plots.push(l)},unsub(l){e.plots=e.plots.filter((e=>e!=l))},pub(l,t,n,i,o,s,r){for(let u=0;e.plots.length>u;u++)e.plots[u]!=t&&e.plots[u].pub(l,t,n,i,o,s,r)}},null!=l&&(ht[l]=e)),e}function pt(l,e,t){const n=l.mode,i=l.series[e],o=2==n?l._data[e]:l._data,s=l.scales,r=l.bbox;let u=o[0],a=2==n?o[1]:o[e],f=2==n?s[i.facets[0].scale]:s[l.series[0].scale],c=2==n?s[i.facets[1].scale]:s[i.scale],h=r.left,d=r.top,p=r.width,m=r.height,g=l.valToPosH,x=l.valToPosV;return 0==f.ori?t(i,u,a,f,c,g,x,h,d,p,m,kt,Mt,Tt,zt,Pt):t(i,u,a,f,c,x,g,d,h,m,p,yt,St,Et,Dt,At)}function mt(l,e){let t=0,n=0,i=Q(l.bands,Fl);for(let l=0;i.length>l;l++){let o=i[l];o.series[0]==e?t=o.dir:o.series[1]==e&&(n|=1==o.dir?1:2)}return[t,1==n?-1:2==n?1:3==n?2:0]}function gt(l,e,t,n,i){let o=l.series[e],s=l.scales[2==l.mode?o.facets[1].scale:o.scale];return-1==i?s.min:1==i?s.max:3==s.distr?1==s.dir?s.min:s.max:0}function xt(l,e,t,n,i,o){return pt(l,e,((l,e,s,r,u,a,f,c,h,d,p)=>{let m=l.pxRound;const g=0==r.ori?Mt:St;let x,w;1==r.dir*(0==r.ori?1:-1)?(x=t,w=n):(x=n,w=t);let _=m(a(e[x],r,d,c)),b=m(f(s[x],u,p,h)),v=m(a(e[w],r,d,c)),k=m(f(1==o?u.max:u.min,u,p,h)),y=new Path2D(i);return g(y,v,k),g(y,_,k),g(y,_,b),y}))}function wt(l,e,t,n,i,o){let s=null;if(l.length>0){s=new Path2D;const r=0==e?Tt:Et;let u=t;for(let e=0;l.length>e;e++){let t=l[e];if(t[1]>t[0]){let l=t[0]-u;l>0&&r(s,u,n,l,n+o),u=t[1]}}let a=t+i-u,f=10;a>0&&r(s,u,n-f/2,a,n+o+f)}return s}function _t(l,e,t,n,i,o,s){let r=[],u=l.length;for(let a=1==i?t:n;a>=t&&n>=a;a+=i)if(null===e[a]){let f=a,c=a;if(1==i)for(;++a<=n&&null===e[a];)c=a;else for(;--a>=t&&null===e[a];)c=a;let h=o(l[f]),d=c==f?h:o(l[c]),p=f-i;h=s>0||0>p||p>=u?h:o(l[p]);let m=c+i;d=0>s||0>m||m>=u?d:o(l[m]),h>d||r.push([h,d])}return r}function bt(l){return 0==l?vl:1==l?rl:e=>zl(e,l)}function vt(l){let e=0==l?kt:yt,t=0==l?(l,e,t,n,i,o)=>{l.arcTo(e,t,n,i,o)}:(l,e,t,n,i,o)=>{l.arcTo(t,e,i,n,o)},n=0==l?(l,e,t,n,i)=>{l.rect(e,t,n,i)}:(l,e,t,n,i)=>{l.rect(t,e,i,n)};return(l,i,o,s,r,u=0,a=0)=>{0==u&&0==a?n(l,i,o,s,r):(u=al(u,s/2,r/2),a=al(a,s/2,r/2),e(l,i+u,o),t(l,i+s,o,i+s,o+r,u),t(l,i+s,o+r,i,o+r,a),t(l,i,o+r,i,o,a),t(l,i,o,i+s,o,u),l.closePath())}}const kt=(l,e,t)=>{l.moveTo(e,t)},yt=(l,e,t)=>{l.moveTo(t,e)},Mt=(l,e,t)=>{l.lineTo(e,t)},St=(l,e,t)=>{l.lineTo(t,e)},Tt=vt(0),Et=vt(1),zt=(l,e,t,n,i,o)=>{l.arc(e,t,n,i,o)},Dt=(l,e,t,n,i,o)=>{l.arc(t,e,n,i,o)},Pt=(l,e,t,n,i,o,s)=>{l.bezierCurveTo(e,t,n,i,o,s)},At=(l,e,t,n,i,o,s)=>{l.bezierCurveTo(t,e,i,n,s,o)};function Wt(){return(l,e,t,n,i)=>pt(l,e,((e,o,s,r,u,a,f,c,h,d,p)=>{let m,g,{pxRound:x,points:w}=e;0==r.ori?(m=kt,g=zt):(m=yt,g=Dt);const _=Al(w.width*y,3);let b=(w.size-w.width)/2*y,v=Al(2*b,3),k=new Path2D,M=new Path2D,{left:S,top:T,width:E,height:z}=l.bbox;Tt(M,S-v,T-v,E+2*v,z+2*v);const D=l=>{if(null!=s[l]){let e=x(a(o[l],r,d,c)),t=x(f(s[l],u,p,h));m(k,e+b,t),g(k,e,t,b,0,2*il)}};if(i)i.forEach(D);else for(let l=t;n>=l;l++)D(l);return{stroke:_>0?k:null,fill:k,clip:M,flags:3}}))}function Yt(l){return(e,t,n,i,o,s)=>{n!=i&&(o!=n&&s!=n&&l(e,t,n),o!=i&&s!=i&&l(e,t,i),l(e,t,s))}}const Ct=Yt(Mt),Ht=Yt(St);function Ft(l){const e=Q(l?.alignGaps,0);return(l,t,n,i)=>pt(l,t,((o,s,r,u,a,f,c,h,d,p,m)=>{[n,i]=U(r,n,i);let g,x,w=o.pxRound,_=l=>w(f(l,u,p,h)),b=l=>w(c(l,a,m,d));0==u.ori?(g=Mt,x=Ct):(g=St,x=Ht);const v=u.dir*(0==u.ori?1:-1),k={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},y=k.stroke;let M=!1;if(i-n<4*p)for(let l=1==v?n:i;l>=n&&i>=l;l+=v){let e=r[l];null===e?M=!0:null!=e&&g(y,_(s[l]),b(e))}else{let e,t,o,a=e=>l.posToVal(e,u.key,!0),f=null,c=null,h=_(s[1==v?n:i]),d=_(s[n]),p=_(s[i]),m=a(1==v?d+1:p-1);for(let l=1==v?n:i;l>=n&&i>=l;l+=v){let n=s[l],i=(1==v?m>n:n>m)?h:_(n),o=r[l];i==h?null!=o?(t=o,null==f?(g(y,i,b(t)),e=f=c=t):f>t?f=t:t>c&&(c=t)):null===o&&(M=!0):(null!=f&&x(y,h,b(f),b(c),b(e),b(t)),null!=o?(t=o,g(y,i,b(t)),f=c=e=t):(f=c=null,null===o&&(M=!0)),h=i,m=a(h+v))}null!=f&&f!=c&&o!=h&&x(y,h,b(f),b(c),b(e),b(t))}let[S,T]=mt(l,t);if(null!=o.fill||0!=S){let e=k.fill=new Path2D(y),r=b(o.fillTo(l,t,o.min,o.max,S)),u=_(s[n]),a=_(s[i]);-1==v&&([a,u]=[u,a]),g(e,a,r),g(e,u,r)}if(!o.spanGaps){let a=[];M&&a.push(..._t(s,r,n,i,v,_,e)),k.gaps=a=o.gaps(l,t,n,i,a),k.clip=wt(a,u.ori,h,d,p,m)}return 0!=T&&(k.band=2==T?[xt(l,t,n,i,y,-1),xt(l,t,n,i,y,1)]:xt(l,t,n,i,y,T)),k}))}function Rt(l,e,t,n,i,o,s=gl){if(l.length>1){let r=null;for(let u=0,a=1/0;l.length>u;u++)if(void 0!==e[u]){if(null!=r){let e=ol(l[u]-l[r]);a>e&&(a=e,s=ol(t(l[u],n,i,o)-t(l[r],n,i,o)))}r=u}}return s}function Gt(l,e,t,n,i){const o=l.length;if(2>o)return null;const s=new Path2D;if(t(s,l[0],e[0]),2==o)n(s,l[1],e[1]);else{let t=Array(o),n=Array(o-1),r=Array(o-1),u=Array(o-1);for(let t=0;o-1>t;t++)r[t]=e[t+1]-e[t],u[t]=l[t+1]-l[t],n[t]=r[t]/u[t];t[0]=n[0];for(let l=1;o-1>l;l++)0===n[l]||0===n[l-1]||n[l-1]>0!=n[l]>0?t[l]=0:(t[l]=3*(u[l-1]+u[l])/((2*u[l]+u[l-1])/n[l-1]+(u[l]+2*u[l-1])/n[l]),isFinite(t[l])||(t[l]=0));t[o-1]=n[o-2];for(let n=0;o-1>n;n++)i(s,l[n]+u[n]/3,e[n]+t[n]*u[n]/3,l[n+1]-u[n]/3,e[n+1]-t[n+1]*u[n]/3,l[n+1],e[n+1])}return s}const It=new Set;function Lt(){for(let l of It)l.syncRect(!0)}_&&(G("resize",v,Lt),G("scroll",v,Lt,!0),G(x,v,(()=>{en.pxRatio=y})));const Ot=Ft(),Nt=Wt();function jt(l,e,t,n){return(n?[l[0],l[1]].concat(l.slice(2)):[l[0]].concat(l.slice(1))).map(((l,n)=>Ut(l,n,e,t)))}function Ut(l,e,t,n){return Bl({},0==e?t:n,l)}function Vt(l,e,t){return null==e?Rl:[e,t]}const Bt=Vt;function $t(l,e,t){return null==e?Rl:Z(e,t,J,!0)}function Jt(l,e,t,n){return null==e?Rl:B(e,t,l.scales[n].log,!1)}const qt=Jt;function Kt(l,e,t,n){return null==e?Rl:$(e,t,l.scales[n].log,!1)}const Xt=Kt;function Zt(l,e,t,n,i){let o=fl(xl(l),xl(e)),s=e-l,r=L(i/n*s,t);do{let l=t[r],e=n*l/s;if(e>=i&&17>=o+(5>l?Wl.get(l):0))return[l,e]}while(++r<t.length);return[0,0]}function Qt(l){let e,t;return[l=l.replace(/(\\d+)px/,((l,n)=>(e=rl((t=+n)*y))+"px")),e,t]}function ln(l){l.show&&[l.font,l.labelFont].forEach((l=>{let e=Al(l[2]*y,1);l[0]=l[0].replace(/[0-9.]+px/,e+"px"),l[1]=e}))}function en(u,g,_){const k={mode:Q(u.mode,1)},M=k.mode;function P(l,e,t,n){let i=e.valToPct(l);return n+t*(-1==e.dir?1-i:i)}function W(l,e,t,n){let i=e.valToPct(l);return n+t*(-1==e.dir?i:1-i)}function C(l,e,t,n){return 0==e.ori?P(l,e,t,n):W(l,e,t,n)}k.valToPosH=P,k.valToPosV=W;let F=!1;k.status=0;const R=k.root=D("uplot");null!=u.id&&(R.id=u.id),S(R,u.class),u.title&&(D("u-title",R).textContent=u.title);const O=z("canvas"),K=k.ctx=O.getContext("2d"),X=D("u-wrap",R);G("click",X,(l=>{l.target===el&&(Nn!=Gn||jn!=In)&&Zn.click(k,l)}),!0);const ll=k.under=D("u-under",X);X.appendChild(O);const el=k.over=D("u-over",X),tl=+Q((u=Vl(u)).pxAlign,1),sl=bt(tl);(u.plugins||[]).forEach((l=>{l.opts&&(u=l.opts(k,u)||u)}));const hl=u.ms||.001,pl=k.series=1==M?jt(u.series||[],Ve,ut,!1):function(l,e){return l.map(((l,t)=>0==t?{}:Bl({},e,l)))}(u.series||[null],rt),xl=k.axes=jt(u.axes||[],Ue,it,!0),vl=k.scales={},Tl=k.bands=u.bands||[];Tl.forEach((l=>{l.fill=bl(l.fill||null),l.dir=Q(l.dir,-1)}));const El=2==M?pl[1].facets[0].scale:pl[0].scale,Dl={axes:function(){for(let l=0;xl.length>l;l++){let e=xl[l];if(!e.show||!e._show)continue;let t,n,u=e.side,a=u%2,f=e.stroke(k,l),c=0==u||3==u?-1:1,[h,d]=e._found;if(null!=e.label){let s=rl((e._lpos+e.labelGap*c)*y);_n(e.labelFont[0],f,"center",2==u?i:o),K.save(),1==a?(t=n=0,K.translate(s,rl(lt+st/2)),K.rotate((3==u?-il:il)/2)):(t=rl(Qe+ot/2),n=s);let r=_l(e.label)?e.label(k,l,h,d):e.label;K.fillText(r,t,n),K.restore()}if(0==d)continue;let p=vl[e.scale],m=0==a?ot:st,g=0==a?Qe:lt,x=e._splits,w=2==p.distr?x.map((l=>pn[l])):x,_=2==p.distr?pn[x[1]]-pn[x[0]]:h,b=e.ticks,v=e.border,M=b.show?b.size:0,S=rl(M*y),T=rl((2==e.alignTo?e._size-M-e.gap:e.gap)*y),E=e._rotate*-il/180,z=sl(e._pos*y),D=z+(S+T)*c;n=0==a?D:0,t=1==a?D:0,_n(e.font[0],f,1==e.align?s:2==e.align?r:E>0?s:0>E?r:0==a?"center":3==u?r:s,E||1==a?"middle":2==u?i:o);let P=e.font[1]*e.lineGap,A=x.map((l=>sl(C(l,p,m,g)))),W=e._values;for(let l=0;W.length>l;l++){let e=W[l];if(null!=e){0==a?t=A[l]:n=A[l],e=""+e;let i=-1==e.indexOf("\\n")?[e]:e.split(/\\n/gm);for(let l=0;i.length>l;l++){let e=i[l];E?(K.save(),K.translate(t,n+l*P),K.rotate(E),K.fillText(e,0,0),K.restore()):K.fillText(e,t,n+l*P)}}}b.show&&zn(A,b.filter(k,w,l,d,_),a,u,z,S,Al(b.width*y,3),b.stroke(k,l),b.dash,b.cap);let Y=e.grid;Y.show&&zn(A,Y.filter(k,w,l,d,_),a,0==a?2:1,0==a?lt:Qe,0==a?st:ot,Al(Y.width*y,3),Y.stroke(k,l),Y.dash,Y.cap),v.show&&zn([z],[1],0==a?1:0,0==a?1:2,1==a?lt:Qe,1==a?st:ot,Al(v.width*y,3),v.stroke(k,l),v.dash,v.cap)}Ci("drawAxes")},series:function(){if(Gt>0){let l=pl.some((l=>l._focus))&&dn!=Tt.alpha;l&&(K.globalAlpha=dn=Tt.alpha),pl.forEach(((l,e)=>{if(e>0&&l.show&&(kn(e,!1),kn(e,!0),null==l._paths)){let t=dn;dn!=l.alpha&&(K.globalAlpha=dn=l.alpha);let n=2==M?[0,g[e][0].length-1]:function(l){let e=wl(Lt-1,0,Gt-1),t=wl(en+1,0,Gt-1);for(;null==l[e]&&e>0;)e--;for(;null==l[t]&&Gt-1>t;)t++;return[e,t]}(g[e]);l._paths=l.paths(k,e,n[0],n[1]),dn!=t&&(K.globalAlpha=dn=t)}})),pl.forEach(((l,e)=>{if(e>0&&l.show){let t=dn;dn!=l.alpha&&(K.globalAlpha=dn=l.alpha),null!=l._paths&&yn(e,!1);{let t=null!=l._paths?l._paths.gaps:null,n=l.points.show(k,e,Lt,en,t),i=l.points.filter(k,e,n,t);(n||i)&&(l.points._paths=l.points.paths(k,e,Lt,en,i),yn(e,!0))}dn!=t&&(K.globalAlpha=dn=t),Ci("drawSeries",e)}})),l&&(K.globalAlpha=dn=1)}}},Pl=(u.drawOrder||["axes","series"]).map((l=>Dl[l]));function Cl(l){const e=3==l.distr?e=>dl(e>0?e:l.clamp(k,e,l.min,l.max,l.key)):4==l.distr?e=>ml(e,l.asinh):100==l.distr?e=>l.fwd(e):l=>l;return t=>{let n=e(t),{_min:i,_max:o}=l;return(n-i)/(o-i)}}function Il(l){let e=vl[l];if(null==e){let t=(u.scales||Hl)[l]||Hl;if(null!=t.from){Il(t.from);let e=Bl({},vl[t.from],t,{key:l});e.valToPct=Cl(e),vl[l]=e}else{e=vl[l]=Bl({},l==El?ft:ct,t),e.key=l;let n=e.time,i=e.range,o=Gl(i);if((l!=El||2==M&&!n)&&(!o||null!=i[0]&&null!=i[1]||(i={min:null==i[0]?q:{mode:1,hard:i[0],soft:i[0]},max:null==i[1]?q:{mode:1,hard:i[1],soft:i[1]}},o=!1),!o&&Ol(i))){let l=i;i=(e,t,n)=>null==t?Rl:Z(t,n,l)}e.range=bl(i||(n?Bt:l==El?3==e.distr?qt:4==e.distr?Xt:Vt:3==e.distr?Jt:4==e.distr?Kt:$t)),e.auto=bl(!o&&e.auto),e.clamp=bl(e.clamp||at),e._min=e._max=null,e.valToPct=Cl(e)}}}Il("x"),Il("y"),1==M&&pl.forEach((l=>{Il(l.scale)})),xl.forEach((l=>{Il(l.scale)}));for(let l in u.scales)Il(l);const jl=vl[El],Ul=jl.distr;let $l,ql;0==jl.ori?(S(R,"u-hz"),$l=P,ql=W):(S(R,"u-vt"),$l=W,ql=P);const Kl={};for(let l in vl){let e=vl[l];null==e.min&&null==e.max||(Kl[l]={min:e.min,max:e.max},e.min=e.max=null)}const Xl=u.tzDate||(l=>new Date(rl(l/hl))),Zl=u.fmtDate||ne,Ql=1==hl?Me(Xl):Ee(Xl),le=De(Xl,ze(1==hl?ye:Te,Zl)),ee=We(Xl,Ae("{YYYY}-{MM}-{DD} {h}:{mm}{aa}",Zl)),te=[],ie=k.legend=Bl({},Ye,u.legend),oe=k.cursor=Bl({},Re,{drag:{y:2==M}},u.cursor),se=ie.show,re=oe.show,ue=ie.markers;let ce,he,de;ie.idxs=te,ue.width=bl(ue.width),ue.dash=bl(ue.dash),ue.stroke=bl(ue.stroke),ue.fill=bl(ue.fill);let pe,me=[],ge=[],xe=!1,we={};if(ie.live){const l=pl[1]?pl[1].values:null;xe=null!=l,pe=xe?l(k,1,0):{_:0};for(let l in pe)we[l]=w}if(se)if(ce=z("table","u-legend",R),de=z("tbody",null,ce),ie.mount(k,ce),xe){he=z("thead",null,ce,de);let l=z("tr",null,he);for(var _e in z("th",null,l),pe)z("th",e,l).textContent=_e}else S(ce,"u-inline"),ie.live&&S(ce,"u-live");const be={show:!0},ve={show:!1},Pe=new Map;function Ce(l,e,t,n=!0){const i=Pe.get(e)||{},o=oe.bind[l](k,e,t,n);o&&(G(l,e,i[l]=o),Pe.set(e,i))}function He(l,e){const t=Pe.get(e)||{};for(let n in t)null!=l&&n!=l||(I(n,e,t[n]),delete t[n]);null==l&&Pe.delete(e)}let Fe=0,Ge=0,Ie=0,Le=0,Oe=0,Ne=0,je=Oe,Ke=Ne,Xe=Ie,Ze=Le,Qe=0,lt=0,ot=0,st=0;k.bbox={};let ht=!1,pt=!1,mt=!1,xt=!1,wt=!1,_t=!1;function vt(l,e,t){(t||l!=k.width||e!=k.height)&&kt(l,e),An(!1),mt=!0,pt=!0,Jn()}function kt(l,e){k.width=Fe=Ie=l,k.height=Ge=Le=e,Oe=Ne=0,function(){let l=!1,e=!1,t=!1,n=!1;xl.forEach((i=>{if(i.show&&i._show){let{side:o,_size:s}=i,r=s+(null!=i.label?i.labelSize:0);r>0&&(o%2?(Ie-=r,3==o?(Oe+=r,n=!0):t=!0):(Le-=r,0==o?(Ne+=r,l=!0):e=!0))}})),Ct[0]=l,Ct[1]=t,Ct[2]=e,Ct[3]=n,Ie-=Rt[1]+Rt[3],Oe+=Rt[3],Le-=Rt[2]+Rt[0],Ne+=Rt[0]}(),function(){let l=Oe+Ie,e=Ne+Le,t=Oe,n=Ne;function i(i,o){switch(i){case 1:return l+=o,l-o;case 2:return e+=o,e-o;case 3:return t-=o,t+o;case 0:return n-=o,n+o}}xl.forEach((l=>{if(l.show&&l._show){let e=l.side;l._pos=i(e,l._size),null!=l.label&&(l._lpos=i(e,l.labelSize))}}))}();let t=k.bbox;Qe=t.left=zl(Oe*y,.5),lt=t.top=zl(Ne*y,.5),ot=t.width=zl(Ie*y,.5),st=t.height=zl(Le*y,.5)}const yt=3;if(k.setSize=function({width:l,height:e}){vt(l,e)},null==oe.dataIdx){let l=oe.hover,e=l.skip=new Set(l.skip??[]);e.add(void 0);let t=l.prox=bl(l.prox),n=l.bias??=0;oe.dataIdx=(l,i,o,s)=>{if(0==i)return o;let r=o,u=t(l,i,o,s)??gl,a=u>=0&&gl>u,f=0==jl.ori?Ie:Le,c=oe.left,h=g[0],d=g[i];if(e.has(d[o])){r=null;let l,t=null,i=null;if(0==n||-1==n)for(l=o;null==t&&l-- >0;)e.has(d[l])||(t=l);if(0==n||1==n)for(l=o;null==i&&l++<d.length;)e.has(d[l])||(i=l);if(null!=t||null!=i)if(a){let l=c-(null==t?-1/0:$l(h[t],jl,f,0)),e=(null==i?1/0:$l(h[i],jl,f,0))-c;l>e?e>u||(r=i):l>u||(r=t)}else r=null==i?t:null==t||o-t>i-o?i:t}else a&&ol(c-$l(h[o],jl,f,0))>u&&(r=null);return r}}const Mt=l=>{oe.event=l};oe.idxs=te,oe._lock=!1;let St=oe.points;St.show=bl(St.show),St.size=bl(St.size),St.stroke=bl(St.stroke),St.width=bl(St.width),St.fill=bl(St.fill);const Tt=k.focus=Bl({},u.focus||{alpha:.3},oe.focus),Et=Tt.prox>=0,zt=Et&&St.one;let Dt=[],Pt=[],At=[];function Wt(l,e){let t=St.show(k,e);if(t instanceof HTMLElement)return S(t,"u-cursor-pt"),S(t,l.class),A(t,-10,-10,Ie,Le),el.insertBefore(t,Dt[e]),t}function Yt(t,n){if(1==M||n>0){let l=1==M&&vl[t.scale].time,e=t.value;t.value=l?Ll(e)?We(Xl,Ae(e,Zl)):e||ee:e||nt,t.label=t.label||(l?"Time":"Value")}if(zt||n>0){t.width=null==t.width?1:t.width,t.paths=t.paths||Ot||yl,t.fillTo=bl(t.fillTo||gt),t.pxAlign=+Q(t.pxAlign,tl),t.pxRound=bt(t.pxAlign),t.stroke=bl(t.stroke||null),t.fill=bl(t.fill||null),t._stroke=t._fill=t._paths=t._focus=null;let l=function(l){return Al(1*(3+2*(l||1)),3)}(fl(1,t.width)),e=t.points=Bl({},{size:l,width:fl(1,.2*l),stroke:t.stroke,space:2*l,paths:Nt,_stroke:null,_fill:null},t.points);e.show=bl(e.show),e.filter=bl(e.filter),e.fill=bl(e.fill),e.stroke=bl(e.stroke),e.paths=bl(e.paths),e.pxAlign=t.pxAlign}if(se){let i=function(t,n){if(0==n&&(xe||!ie.live||2==M))return Rl;let i=[],o=z("tr","u-series",de,de.childNodes[n]);S(o,t.class),t.show||S(o,l);let s=z("th",null,o);if(ue.show){let l=D("u-marker",s);if(n>0){let e=ue.width(k,n);e&&(l.style.border=e+"px "+ue.dash(k,n)+" "+ue.stroke(k,n)),l.style.background=ue.fill(k,n)}}let r=D(e,s);for(var u in t.label instanceof HTMLElement?r.appendChild(t.label):r.textContent=t.label,n>0&&(ue.show||(r.style.color=t.width>0?ue.stroke(k,n):ue.fill(k,n)),Ce("click",s,(l=>{if(oe._lock)return;Mt(l);let e=pl.indexOf(t);if((l.ctrlKey||l.metaKey)!=ie.isolate){let l=pl.some(((l,t)=>t>0&&t!=e&&l.show));pl.forEach(((t,n)=>{n>0&&oi(n,l?n==e?be:ve:be,!0,Fi.setSeries)}))}else oi(e,{show:!t.show},!0,Fi.setSeries)}),!1),Et&&Ce(d,s,(l=>{oe._lock||(Mt(l),oi(pl.indexOf(t),ai,!0,Fi.setSeries))}),!1)),pe){let l=z("td","u-value",o);l.textContent="--",i.push(l)}return[o,i]}(t,n);me.splice(n,0,i[0]),ge.splice(n,0,i[1]),ie.values.push(null)}if(re){te.splice(n,0,null);let l=null;zt?0==n&&(l=Wt(t,n)):n>0&&(l=Wt(t,n)),Dt.splice(n,0,l),Pt.splice(n,0,0),At.splice(n,0,0)}Ci("addSeries",n)}k.addSeries=function(l,e){e=null==e?pl.length:e,l=1==M?Ut(l,e,Ve,ut):Ut(l,e,{},rt),pl.splice(e,0,l),Yt(pl[e],e)},k.delSeries=function(l){if(pl.splice(l,1),se){ie.values.splice(l,1),ge.splice(l,1);let e=me.splice(l,1)[0];He(null,e.firstChild),e.remove()}re&&(te.splice(l,1),Dt.splice(l,1)[0].remove(),Pt.splice(l,1),At.splice(l,1)),Ci("delSeries",l)};const Ct=[!1,!1,!1,!1];function Ht(l,e,t){let[n,i,o,s]=t,r=e%2,u=0;return 0==r&&(s||i)&&(u=0==e&&!n||2==e&&!o?rl(Ue.size/3):0),1==r&&(n||o)&&(u=1==e&&!i||3==e&&!s?rl(it.size/2):0),u}const Ft=k.padding=(u.padding||[Ht,Ht,Ht,Ht]).map((l=>bl(Q(l,Ht)))),Rt=k._padding=Ft.map(((l,e)=>l(k,e,Ct,0)));let Gt,Lt=null,en=null;const tn=1==M?pl[0].idxs:null;let nn,on,sn,rn,un,an,fn,cn,hn,dn,pn=null,mn=!1;function gn(l,e){if(k.data=k._data=g=null==l?[]:l,2==M){Gt=0;for(let l=1;pl.length>l;l++)Gt+=g[l][0].length}else{0==g.length&&(k.data=k._data=g=[[]]),pn=g[0],Gt=pn.length;let l=g;if(2==Ul){l=g.slice();let e=l[0]=Array(Gt);for(let l=0;Gt>l;l++)e[l]=l}k._data=g=l}if(An(!0),Ci("setData"),2==Ul&&(mt=!0),!1!==e){let l=jl;l.auto(k,mn)?xn():ii(El,l.min,l.max),xt=xt||oe.left>=0,_t=!0,Jn()}}function xn(){let l,e;mn=!0,1==M&&(Gt>0?(Lt=tn[0]=0,en=tn[1]=Gt-1,l=g[0][Lt],e=g[0][en],2==Ul?(l=Lt,e=en):l==e&&(3==Ul?[l,e]=B(l,l,jl.log,!1):4==Ul?[l,e]=$(l,l,jl.log,!1):jl.time?e=l+rl(86400/hl):[l,e]=Z(l,e,J,!0))):(Lt=tn[0]=l=null,en=tn[1]=e=null)),ii(El,l,e)}function wn(l,e,t,n,i,o){l??=a,t??=Fl,n??="butt",i??=a,o??="round",l!=nn&&(K.strokeStyle=nn=l),i!=on&&(K.fillStyle=on=i),e!=sn&&(K.lineWidth=sn=e),o!=un&&(K.lineJoin=un=o),n!=an&&(K.lineCap=an=n),t!=rn&&K.setLineDash(rn=t)}function _n(l,e,t,n){e!=on&&(K.fillStyle=on=e),l!=fn&&(K.font=fn=l),t!=cn&&(K.textAlign=cn=t),n!=hn&&(K.textBaseline=hn=n)}function bn(l,e,t,n,i=0){if(n.length>0&&l.auto(k,mn)&&(null==e||null==e.min)){let e=Q(Lt,0),o=Q(en,n.length-1),s=null==t.min?function(l,e,t,n=0,i=!1){let o=i?V:U,s=i?j:N;[e,t]=o(l,e,t);let r=l[e],u=l[e];if(e>-1)if(1==n)r=l[e],u=l[t];else if(-1==n)r=l[t],u=l[e];else for(let n=e;t>=n;n++){let e=l[n];s(e)&&(r>e?r=e:e>u&&(u=e))}return[r??gl,u??-gl]}(n,e,o,i,3==l.distr):[t.min,t.max];l.min=al(l.min,t.min=s[0]),l.max=fl(l.max,t.max=s[1])}}k.setData=gn;const vn={min:null,max:null};function kn(l,e){let t=e?pl[l].points:pl[l];t._stroke=t.stroke(k,l),t._fill=t.fill(k,l)}function yn(l,e){let t=e?pl[l].points:pl[l],{stroke:n,fill:i,clip:o,flags:s,_stroke:r=t._stroke,_fill:u=t._fill,_width:a=t.width}=t._paths;a=Al(a*y,3);let f=null,c=a%2/2;e&&null==u&&(u=a>0?"#fff":r);let h=1==t.pxAlign&&c>0;if(h&&K.translate(c,c),!e){let l=Qe-a/2,e=lt-a/2,t=ot+a,n=st+a;f=new Path2D,f.rect(l,e,t,n)}e?Sn(r,a,t.dash,t.cap,u,n,i,s,o):function(l,e,t,n,i,o,s,r,u,a,f){let c=!1;0!=u&&Tl.forEach(((h,d)=>{if(h.series[0]==l){let l,p=pl[h.series[1]],m=g[h.series[1]],x=(p._paths||Hl).band;Gl(x)&&(x=1==h.dir?x[0]:x[1]);let w=null;p.show&&x&&function(l,e,t){for(e=Q(e,0),t=Q(t,l.length-1);t>=e;){if(null!=l[e])return!0;e++}return!1}(m,Lt,en)?(w=h.fill(k,d)||o,l=p._paths.clip):x=null,Sn(e,t,n,i,w,s,r,u,a,f,l,x),c=!0}})),c||Sn(e,t,n,i,o,s,r,u,a,f)}(l,r,a,t.dash,t.cap,u,n,i,s,f,o),h&&K.translate(-c,-c)}const Mn=3;function Sn(l,e,t,n,i,o,s,r,u,a,f,c){wn(l,e,t,n,i),(u||a||c)&&(K.save(),u&&K.clip(u),a&&K.clip(a)),c?(r&Mn)==Mn?(K.clip(c),f&&K.clip(f),En(i,s),Tn(l,o,e)):2&r?(En(i,s),K.clip(c),Tn(l,o,e)):1&r&&(K.save(),K.clip(c),f&&K.clip(f),En(i,s),K.restore(),Tn(l,o,e)):(En(i,s),Tn(l,o,e)),(u||a||c)&&K.restore()}function Tn(l,e,t){t>0&&(e instanceof Map?e.forEach(((l,e)=>{K.strokeStyle=nn=e,K.stroke(l)})):null!=e&&l&&K.stroke(e))}function En(l,e){e instanceof Map?e.forEach(((l,e)=>{K.fillStyle=on=e,K.fill(l)})):null!=e&&l&&K.fill(e)}function zn(l,e,t,n,i,o,s,r,u,a){let f=s%2/2;1==tl&&K.translate(f,f),wn(r,s,u,a,r),K.beginPath();let c,h,d,p,m=i+(0==n||3==n?-o:o);0==t?(h=i,p=m):(c=i,d=m);for(let n=0;l.length>n;n++)null!=e[n]&&(0==t?c=d=l[n]:h=p=l[n],K.moveTo(c,h),K.lineTo(d,p));K.stroke(),1==tl&&K.translate(-f,-f)}function Dn(l){let e=!0;return xl.forEach(((t,n)=>{if(!t.show)return;let i=vl[t.scale];if(null==i.min)return void(t._show&&(e=!1,t._show=!1,An(!1)));t._show||(e=!1,t._show=!0,An(!1));let o=t.side,s=o%2,{min:r,max:u}=i,[a,f]=function(l,e,t,n){let i,o=xl[l];if(n>0){let s=o._space=o.space(k,l,e,t,n);i=Zt(e,t,o._incrs=o.incrs(k,l,e,t,n,s),n,s)}else i=[0,0];return o._found=i}(n,r,u,0==s?Ie:Le);if(0==f)return;let c=t._splits=t.splits(k,n,r,u,a,f,2==i.distr),h=2==i.distr?c.map((l=>pn[l])):c,d=2==i.distr?pn[c[1]]-pn[c[0]]:a,p=t._values=t.values(k,t.filter(k,h,n,f,d),n,f,d);t._rotate=2==o?t.rotate(k,p,n,f):0;let m=t._size;t._size=ul(t.size(k,p,n,l)),null!=m&&t._size!=m&&(e=!1)})),e}function Pn(l){let e=!0;return Ft.forEach(((t,n)=>{let i=t(k,n,Ct,l);i!=Rt[n]&&(e=!1),Rt[n]=i})),e}function An(l){pl.forEach(((e,t)=>{t>0&&(e._paths=null,l&&(1==M?(e.min=null,e.max=null):e.facets.forEach((l=>{l.min=null,l.max=null}))))}))}let Wn,Yn,Cn,Hn,Fn,Rn,Gn,In,Ln,On,Nn,jn,Un=!1,Vn=!1,Bn=[];function $n(){Vn=!1;for(let l=0;Bn.length>l;l++)Ci(...Bn[l]);Bn.length=0}function Jn(){Un||(Jl(qn),Un=!0)}function qn(){if(ht&&(function(){for(let l in vl){let e=vl[l];null==Kl[l]&&(null==e.min||null!=Kl[El]&&e.auto(k,mn))&&(Kl[l]=vn)}for(let l in vl){let e=vl[l];null==Kl[l]&&null!=e.from&&null!=Kl[e.from]&&(Kl[l]=vn)}null!=Kl[El]&&An(!0);let l={};for(let e in Kl){let t=Kl[e];if(null!=t){let n=l[e]=Vl(vl[e],Nl);if(null!=t.min)Bl(n,t);else if(e!=El||2==M)if(0==Gt&&null==n.from){let l=n.range(k,null,null,e);n.min=l[0],n.max=l[1]}else n.min=gl,n.max=-gl}}if(Gt>0){pl.forEach(((e,t)=>{if(1==M){let n=e.scale,i=Kl[n];if(null==i)return;let o=l[n];if(0==t){let l=o.range(k,o.min,o.max,n);o.min=l[0],o.max=l[1],Lt=L(o.min,g[0]),en=L(o.max,g[0]),en-Lt>1&&(o.min>g[0][Lt]&&Lt++,g[0][en]>o.max&&en--),e.min=pn[Lt],e.max=pn[en]}else e.show&&e.auto&&bn(o,i,e,g[t],e.sorted);e.idxs[0]=Lt,e.idxs[1]=en}else if(t>0&&e.show&&e.auto){let[n,i]=e.facets,o=n.scale,s=i.scale,[r,u]=g[t],a=l[o],f=l[s];null!=a&&bn(a,Kl[o],n,r,n.sorted),null!=f&&bn(f,Kl[s],i,u,i.sorted),e.min=i.min,e.max=i.max}}));for(let e in l){let t=l[e],n=Kl[e];if(null==t.from&&(null==n||null==n.min)){let l=t.range(k,t.min==gl?null:t.min,t.max==-gl?null:t.max,e);t.min=l[0],t.max=l[1]}}}for(let e in l){let t=l[e];if(null!=t.from){let n=l[t.from];if(null==n.min)t.min=t.max=null;else{let l=t.range(k,n.min,n.max,e);t.min=l[0],t.max=l[1]}}}let e={},t=!1;for(let n in l){let i=l[n],o=vl[n];if(o.min!=i.min||o.max!=i.max){o.min=i.min,o.max=i.max;let l=o.distr;o._min=3==l?dl(o.min):4==l?ml(o.min,o.asinh):100==l?o.fwd(o.min):o.min,o._max=3==l?dl(o.max):4==l?ml(o.max,o.asinh):100==l?o.fwd(o.max):o.max,e[n]=t=!0}}if(t){pl.forEach(((l,t)=>{2==M?t>0&&e.y&&(l._paths=null):e[l.scale]&&(l._paths=null)}));for(let l in e)mt=!0,Ci("setScale",l);re&&oe.left>=0&&(xt=_t=!0)}for(let l in Kl)Kl[l]=null}(),ht=!1),mt&&(function(){let l=!1,e=0;for(;!l;){e++;let t=Dn(e),n=Pn(e);l=e==yt||t&&n,l||(kt(k.width,k.height),pt=!0)}}(),mt=!1),pt){if(E(ll,s,Oe),E(ll,i,Ne),E(ll,t,Ie),E(ll,n,Le),E(el,s,Oe),E(el,i,Ne),E(el,t,Ie),E(el,n,Le),E(X,t,Fe),E(X,n,Ge),O.width=rl(Fe*y),O.height=rl(Ge*y),xl.forEach((({_el:e,_show:t,_size:n,_pos:i,side:o})=>{if(null!=e)if(t){let t=o%2==1;E(e,t?"left":"top",i-(3===o||0===o?n:0)),E(e,t?"width":"height",n),E(e,t?"top":"left",t?Ne:Oe),E(e,t?"height":"width",t?Le:Ie),T(e,l)}else S(e,l)})),nn=on=sn=un=an=fn=cn=hn=rn=null,dn=1,_i(!0),Oe!=je||Ne!=Ke||Ie!=Xe||Le!=Ze){An(!1);let l=Ie/Xe,e=Le/Ze;if(re&&!xt&&oe.left>=0){oe.left*=l,oe.top*=e,Cn&&A(Cn,rl(oe.left),0,Ie,Le),Hn&&A(Hn,0,rl(oe.top),Ie,Le);for(let t=0;Dt.length>t;t++){let n=Dt[t];null!=n&&(Pt[t]*=l,At[t]*=e,A(n,ul(Pt[t]),ul(At[t]),Ie,Le))}}if(ei.show&&!wt&&ei.left>=0&&ei.width>0){ei.left*=l,ei.width*=l,ei.top*=e,ei.height*=e;for(let l in ki)E(ti,l,ei[l])}je=Oe,Ke=Ne,Xe=Ie,Ze=Le}Ci("setSize"),pt=!1}Fe>0&&Ge>0&&(K.clearRect(0,0,O.width,O.height),Ci("drawClear"),Pl.forEach((l=>l())),Ci("draw")),ei.show&&wt&&(ni(ei),wt=!1),re&&xt&&(xi(null,!0,!1),xt=!1),ie.show&&ie.live&&_t&&(mi(),_t=!1),F||(F=!0,k.status=1,Ci("ready")),mn=!1,Un=!1}function Kn(l,e){let t=vl[l];if(null==t.from){if(0==Gt){let n=t.range(k,e.min,e.max,l);e.min=n[0],e.max=n[1]}if(e.min>e.max){let l=e.min;e.min=e.max,e.max=l}if(Gt>1&&null!=e.min&&null!=e.max&&1e-16>e.max-e.min)return;l==El&&2==t.distr&&Gt>0&&(e.min=L(e.min,g[0]),e.max=L(e.max,g[0]),e.min==e.max&&e.max++),Kl[l]=e,ht=!0,Jn()}}k.batch=function(l,e=!1){Un=!0,Vn=e,l(k),qn(),e&&Bn.length>0&&queueMicrotask($n)},k.redraw=(l,e)=>{mt=e||!1,!1!==l?ii(El,jl.min,jl.max):Jn()},k.setScale=Kn;let Xn=!1;const Zn=oe.drag;let Qn=Zn.x,li=Zn.y;re&&(oe.x&&(Wn=D("u-cursor-x",el)),oe.y&&(Yn=D("u-cursor-y",el)),0==jl.ori?(Cn=Wn,Hn=Yn):(Cn=Yn,Hn=Wn),Nn=oe.left,jn=oe.top);const ei=k.select=Bl({show:!0,over:!0,left:0,width:0,top:0,height:0},u.select),ti=ei.show?D("u-select",ei.over?el:ll):null;function ni(l,e){if(ei.show){for(let e in l)ei[e]=l[e],e in ki&&E(ti,e,l[e]);!1!==e&&Ci("setSelect")}}function ii(l,e,t){Kn(l,{min:e,max:t})}function oi(e,t,n,i){null!=t.focus&&function(l){if(l!=ui){let e=null==l,t=1!=Tt.alpha;pl.forEach(((n,i)=>{if(1==M||i>0){let o=e||0==i||i==l;n._focus=e?null:o,t&&function(l,e){pl[l].alpha=e,re&&null!=Dt[l]&&(Dt[l].style.opacity=e),se&&me[l]&&(me[l].style.opacity=e)}(i,o?1:Tt.alpha)}})),ui=l,t&&Jn()}}(e),null!=t.show&&pl.forEach(((n,i)=>{0>=i||e!=i&&null!=e||(n.show=t.show,function(e){if(pl[e].show)se&&T(me[e],l);else if(se&&S(me[e],l),re){let l=zt?Dt[0]:Dt[e];null!=l&&A(l,-10,-10,Ie,Le)}}(i),2==M?(ii(n.facets[0].scale,null,null),ii(n.facets[1].scale,null,null)):ii(n.scale,null,null),Jn())})),!1!==n&&Ci("setSeries",e,t),i&&Ii("setSeries",k,e,t)}let si,ri,ui;k.setSelect=ni,k.setSeries=oi,k.addBand=function(l,e){l.fill=bl(l.fill||null),l.dir=Q(l.dir,-1),Tl.splice(e=null==e?Tl.length:e,0,l)},k.setBand=function(l,e){Bl(Tl[l],e)},k.delBand=function(l){null==l?Tl.length=0:Tl.splice(l,1)};const ai={focus:!0};function fi(l,e,t){let n=vl[e];t&&(l=l/y-(1==n.ori?Ne:Oe));let i=Ie;1==n.ori&&(i=Le,l=i-l),-1==n.dir&&(l=i-l);let o=n._min,s=o+l/i*(n._max-o),r=n.distr;return 3==r?cl(10,s):4==r?((l,e=1)=>nl.sinh(l)*e)(s,n.asinh):100==r?n.bwd(s):s}function ci(l,e){E(ti,s,ei.left=l),E(ti,t,ei.width=e)}function hi(l,e){E(ti,i,ei.top=l),E(ti,n,ei.height=e)}se&&Et&&Ce(p,ce,(l=>{oe._lock||(Mt(l),null!=ui&&oi(null,ai,!0,Fi.setSeries))})),k.valToIdx=l=>L(l,g[0]),k.posToIdx=function(l,e){return L(fi(l,El,e),g[0],Lt,en)},k.posToVal=fi,k.valToPos=(l,e,t)=>0==vl[e].ori?P(l,vl[e],t?ot:Ie,t?Qe:0):W(l,vl[e],t?st:Le,t?lt:0),k.setCursor=(l,e,t)=>{Nn=l.left,jn=l.top,xi(null,e,t)};let di=0==jl.ori?ci:hi,pi=1==jl.ori?ci:hi;function mi(l,e){if(null!=l&&(l.idxs?l.idxs.forEach(((l,e)=>{te[e]=l})):(l=>void 0===l)(l.idx)||te.fill(l.idx),ie.idx=te[0]),se&&ie.live){for(let l=0;pl.length>l;l++)(l>0||1==M&&!xe)&&gi(l,te[l]);!function(){if(se&&ie.live)for(let l=2==M?1:0;pl.length>l;l++){if(0==l&&xe)continue;let e=ie.values[l],t=0;for(let n in e)ge[l][t++].firstChild.nodeValue=e[n]}}()}_t=!1,!1!==e&&Ci("setLegend")}function gi(l,e){let t,n=pl[l],i=0==l&&2==Ul?pn:g[l];xe?t=n.values(k,l,e)??we:(t=n.value(k,null==e?null:i[e],l,e),t=null==t?we:{_:t}),ie.values[l]=t}function xi(l,e,t){let n;Ln=Nn,On=jn,[Nn,jn]=oe.move(k,Nn,jn),oe.left=Nn,oe.top=jn,re&&(Cn&&A(Cn,rl(Nn),0,Ie,Le),Hn&&A(Hn,0,rl(jn),Ie,Le)),si=gl,ri=null;let i=0==jl.ori?Ie:Le,o=1==jl.ori?Ie:Le;if(0>Nn||0==Gt||Lt>en){n=oe.idx=null;for(let l=0;pl.length>l;l++){let e=Dt[l];null!=e&&A(e,-10,-10,Ie,Le)}Et&&oi(null,ai,!0,null==l&&Fi.setSeries),ie.live&&(te.fill(n),_t=!0)}else{let l,e,t;1==M&&(l=0==jl.ori?Nn:jn,e=fi(l,El),n=oe.idx=L(e,g[0],Lt,en),t=$l(g[0][n],jl,i,0));let s=-10,r=-10,u=0,a=0,f=!0,c="",h="";for(let l=2==M?1:0;pl.length>l;l++){let d=pl[l],p=te[l],m=null==p?null:1==M?g[l][p]:g[l][1][p],x=oe.dataIdx(k,l,n,e),w=null==x?null:1==M?g[l][x]:g[l][1][x];if(_t=_t||w!=m||x!=p,te[l]=x,l>0&&d.show){let e=null==x?-10:x==n?t:$l(1==M?g[0][x]:g[l][0][x],jl,i,0),p=null==w?-10:ql(w,1==M?vl[d.scale]:vl[d.facets[1].scale],o,0);if(Et&&null!=w){let e=1==jl.ori?Nn:jn,t=ol(Tt.dist(k,l,x,p,e));if(si>t){let n=Tt.bias;if(0!=n){let i=fi(e,d.scale),o=0>i?-1:1;o!=(0>w?-1:1)||(1==o?1==n?i>w:w>i:1==n?w>i:i>w)||(si=t,ri=l)}else si=t,ri=l}}if(_t||zt){let t,n;0==jl.ori?(t=e,n=p):(t=p,n=e);let i,o,d,m,g,x,w=!0,_=St.bbox;if(null!=_){w=!1;let e=_(k,l);d=e.left,m=e.top,i=e.width,o=e.height}else d=t,m=n,i=o=St.size(k,l);if(x=St.fill(k,l),g=St.stroke(k,l),zt)l!=ri||si>Tt.prox||(s=d,r=m,u=i,a=o,f=w,c=x,h=g);else{let e=Dt[l];null!=e&&(Pt[l]=d,At[l]=m,H(e,i,o,w),Y(e,x,g),A(e,ul(d),ul(m),Ie,Le))}}}}if(zt){let l=Tt.prox;if(_t||(null==ui?l>=si:si>l||ri!=ui)){let l=Dt[0];null!=l&&(Pt[0]=s,At[0]=r,H(l,u,a,f),Y(l,c,h),A(l,ul(s),ul(r),Ie,Le))}}}if(ei.show&&Xn)if(null!=l){let[e,t]=Fi.scales,[n,s]=Fi.match,[r,u]=l.cursor.sync.scales,a=l.cursor.drag;if(Qn=a._x,li=a._y,Qn||li){let a,f,c,h,d,{left:p,top:m,width:g,height:x}=l.select,w=l.scales[r].ori,_=l.posToVal,b=null!=e&&n(e,r),v=null!=t&&s(t,u);b&&Qn?(0==w?(a=p,f=g):(a=m,f=x),c=vl[e],h=$l(_(a,r),c,i,0),d=$l(_(a+f,r),c,i,0),di(al(h,d),ol(d-h))):di(0,i),v&&li?(1==w?(a=p,f=g):(a=m,f=x),c=vl[t],h=ql(_(a,u),c,o,0),d=ql(_(a+f,u),c,o,0),pi(al(h,d),ol(d-h))):pi(0,o)}else yi()}else{let l=ol(Ln-Fn),e=ol(On-Rn);if(1==jl.ori){let t=l;l=e,e=t}Qn=Zn.x&&l>=Zn.dist,li=Zn.y&&e>=Zn.dist;let t,n,s=Zn.uni;null!=s?Qn&&li&&(Qn=l>=s,li=e>=s,Qn||li||(e>l?li=!0:Qn=!0)):Zn.x&&Zn.y&&(Qn||li)&&(Qn=li=!0),Qn&&(0==jl.ori?(t=Gn,n=Nn):(t=In,n=jn),di(al(t,n),ol(n-t)),li||pi(0,o)),li&&(1==jl.ori?(t=Gn,n=Nn):(t=In,n=jn),pi(al(t,n),ol(n-t)),Qn||di(0,i)),Qn||li||(di(0,0),pi(0,0))}if(Zn._x=Qn,Zn._y=li,null==l){if(t){if(null!=Ri){let[l,e]=Fi.scales;Fi.values[0]=null!=l?fi(0==jl.ori?Nn:jn,l):null,Fi.values[1]=null!=e?fi(1==jl.ori?Nn:jn,e):null}Ii(f,k,Nn,jn,Ie,Le,n)}if(Et){let l=t&&Fi.setSeries,e=Tt.prox;null==ui?si>e||oi(ri,ai,!0,l):si>e?oi(null,ai,!0,l):ri!=ui&&oi(ri,ai,!0,l)}}_t&&(ie.idx=n,mi()),!1!==e&&Ci("setCursor")}k.setLegend=mi;let wi=null;function _i(l=!1){l?wi=null:(wi=el.getBoundingClientRect(),Ci("syncRect",wi))}function bi(l,e,t,n,i,o){oe._lock||Xn&&null!=l&&0==l.movementX&&0==l.movementY||(vi(l,e,t,n,i,o,0,!1,null!=l),null!=l?xi(null,!0,!0):xi(e,!0,!1))}function vi(l,e,t,n,i,o,s,r,u){if(null==wi&&_i(!1),Mt(l),null!=l)t=l.clientX-wi.left,n=l.clientY-wi.top;else{if(0>t||0>n)return Nn=-10,void(jn=-10);let[l,s]=Fi.scales,r=e.cursor.sync,[u,a]=r.values,[f,c]=r.scales,[h,d]=Fi.match,p=e.axes[0].side%2==1,m=0==jl.ori?Ie:Le,g=1==jl.ori?Ie:Le,x=p?o:i,w=p?i:o,_=p?n:t,b=p?t:n;if(t=null!=f?h(l,f)?C(u,vl[l],m,0):-10:m*(_/x),n=null!=c?d(s,c)?C(a,vl[s],g,0):-10:g*(b/w),1==jl.ori){let l=t;t=n,n=l}}!u||null!=e&&e.cursor.event.type!=f||(t>1&&Ie-1>t||(t=zl(t,Ie)),n>1&&Le-1>n||(n=zl(n,Le))),r?(Fn=t,Rn=n,[Gn,In]=oe.move(k,t,n)):(Nn=t,jn=n)}Object.defineProperty(k,"rect",{get:()=>(null==wi&&_i(!1),wi)});const ki={width:0,height:0,left:0,top:0};function yi(){ni(ki,!1)}let Mi,Si,Ti,Ei;function zi(l,e,t,n,i,o){Xn=!0,Qn=li=Zn._x=Zn._y=!1,vi(l,e,t,n,i,o,0,!0,!1),null!=l&&(Ce(h,b,Di,!1),Ii(c,k,Gn,In,Ie,Le,null));let{left:s,top:r,width:u,height:a}=ei;Mi=s,Si=r,Ti=u,Ei=a}function Di(l,e,t,n,i,o){Xn=Zn._x=Zn._y=!1,vi(l,e,t,n,i,o,0,!1,!0);let{left:s,top:r,width:u,height:a}=ei,f=u>0||a>0,c=Mi!=s||Si!=r||Ti!=u||Ei!=a;if(f&&c&&ni(ei),Zn.setScale&&f&&c){let l=s,e=u,t=r,n=a;if(1==jl.ori&&(l=r,e=a,t=s,n=u),Qn&&ii(El,fi(l,El),fi(l+e,El)),li)for(let l in vl){let e=vl[l];l!=El&&null==e.from&&e.min!=gl&&ii(l,fi(t+n,l),fi(t,l))}yi()}else oe.lock&&(oe._lock=!oe._lock,xi(e,!0,null!=l));null!=l&&(He(h,b),Ii(h,k,Nn,jn,Ie,Le,null))}function Pi(l){oe._lock||(Mt(l),xn(),yi(),null!=l&&Ii(m,k,Nn,jn,Ie,Le,null))}function Ai(){xl.forEach(ln),vt(k.width,k.height,!0)}G(x,v,Ai);const Wi={};Wi.mousedown=zi,Wi.mousemove=bi,Wi.mouseup=Di,Wi.dblclick=Pi,Wi.setSeries=(l,e,t,n)=>{-1!=(t=(0,Fi.match[2])(k,e,t))&&oi(t,n,!0,!1)},re&&(Ce(c,el,zi),Ce(f,el,bi),Ce(d,el,(l=>{Mt(l),_i(!1)})),Ce(p,el,(function(l){if(oe._lock)return;Mt(l);let e=Xn;if(Xn){let l,e,t=!0,n=!0,i=10;0==jl.ori?(l=Qn,e=li):(l=li,e=Qn),l&&e&&(t=i>=Nn||Nn>=Ie-i,n=i>=jn||jn>=Le-i),l&&t&&(Nn=Gn>Nn?0:Ie),e&&n&&(jn=In>jn?0:Le),xi(null,!0,!0),Xn=!1}Nn=-10,jn=-10,te.fill(null),xi(null,!0,!0),e&&(Xn=e)})),Ce(m,el,Pi),It.add(k),k.syncRect=_i);const Yi=k.hooks=u.hooks||{};function Ci(l,e,t){Vn?Bn.push([l,e,t]):l in Yi&&Yi[l].forEach((l=>{l.call(null,k,e,t)}))}(u.plugins||[]).forEach((l=>{for(let e in l.hooks)Yi[e]=(Yi[e]||[]).concat(l.hooks[e])}));const Hi=(l,e,t)=>t,Fi=Bl({key:null,setSeries:!1,filters:{pub:Ml,sub:Ml},scales:[El,pl[1]?pl[1].scale:null],match:[Sl,Sl,Hi],values:[null,null]},oe.sync);2==Fi.match.length&&Fi.match.push(Hi),oe.sync=Fi;const Ri=Fi.key,Gi=dt(Ri);function Ii(l,e,t,n,i,o,s){Fi.filters.pub(l,e,t,n,i,o,s)&&Gi.pub(l,e,t,n,i,o,s)}function Li(){Ci("init",u,g),gn(g||u.data,!1),Kl[El]?Kn(El,Kl[El]):xn(),wt=ei.show&&(ei.width>0||ei.height>0),xt=_t=!0,vt(u.width,u.height)}return Gi.sub(k),k.pub=function(l,e,t,n,i,o,s){Fi.filters.sub(l,e,t,n,i,o,s)&&Wi[l](null,e,t,n,i,o,s)},k.destroy=function(){Gi.unsub(k),It.delete(k),Pe.clear(),I(x,v,Ai),R.remove(),ce?.remove(),Ci("destroy")},pl.forEach(Yt),xl.forEach((function(l,e){if(l._show=l.show,l.show){let t=vl[l.scale];null==t&&(l.scale=l.side%2?pl[1].scale:El,t=vl[l.scale]);let n=t.time;l.size=bl(l.size),l.space=bl(l.space),l.rotate=bl(l.rotate),Gl(l.incrs)&&l.incrs.forEach((l=>{!Wl.has(l)&&Wl.set(l,Yl(l))})),l.incrs=bl(l.incrs||(2==t.distr?ae:n?1==hl?ke:Se:fe)),l.splits=bl(l.splits||(n&&1==t.distr?Ql:3==t.distr?Je:4==t.distr?qe:$e)),l.stroke=bl(l.stroke),l.grid.stroke=bl(l.grid.stroke),l.ticks.stroke=bl(l.ticks.stroke),l.border.stroke=bl(l.border.stroke);let i=l.values;l.values=Gl(i)&&!Gl(i[0])?bl(i):n?Gl(i)?De(Xl,ze(i,Zl)):Ll(i)?function(l,e){let t=ne(e);return(e,n)=>n.map((e=>t(l(e))))}(Xl,i):i||le:i||Be,l.filter=bl(l.filter||(3>t.distr||10!=t.log?3==t.distr&&2==t.log?tt:kl:et)),l.font=Qt(l.font),l.labelFont=Qt(l.labelFont),l._size=l.size(k,null,e,0),l._space=l._rotate=l._incrs=l._found=l._splits=l._values=null,l._size>0&&(Ct[e]=!0,l._el=D("u-axis",X))}})),_?_ instanceof HTMLElement?(_.appendChild(R),Li()):_(k,Li):Li(),k}en.assign=Bl,en.fmtNum=tl,en.rangeNum=Z,en.rangeLog=B,en.rangeAsinh=$,en.orient=pt,en.pxRatio=y,en.join=function(l,e){if(function(l){let e=l[0][0],t=e.length;for(let n=1;l.length>n;n++){let i=l[n][0];if(i.length!=t)return!1;if(i!=e)for(let l=0;t>l;l++)if(i[l]!=e[l])return!1}return!0}(l)){let e=l[0].slice();for(let t=1;l.length>t;t++)e.push(...l[t].slice(1));return function(l,e=100){const t=l.length;if(1>=t)return!0;let n=0,i=t-1;for(;i>=n&&null==l[n];)n++;for(;i>=n&&null==l[i];)i--;if(n>=i)return!0;const o=fl(1,sl((i-n+1)/e));for(let e=l[n],t=n+o;i>=t;t+=o){const n=l[t];if(null!=n){if(e>=n)return!1;e=n}}return!0}(e[0])||(e=function(l){let e=l[0],t=e.length,n=Array(t);for(let l=0;n.length>l;l++)n[l]=l;n.sort(((l,t)=>e[l]-e[t]));let i=[];for(let e=0;l.length>e;e++){let o=l[e],s=Array(t);for(let l=0;t>l;l++)s[l]=o[n[l]];i.push(s)}return i}(e)),e}let t=new Set;for(let e=0;l.length>e;e++){let n=l[e][0],i=n.length;for(let l=0;i>l;l++)t.add(n[l])}let n=[Array.from(t).sort(((l,e)=>l-e))],i=n[0].length,o=new Map;for(let l=0;i>l;l++)o.set(n[0][l],l);for(let t=0;l.length>t;t++){let s=l[t],r=s[0];for(let l=1;s.length>l;l++){let u=s[l],a=Array(i).fill(void 0),f=e?e[t][l]:1,c=[];for(let l=0;u.length>l;l++){let e=u[l],t=o.get(r[l]);null===e?0!=f&&(a[t]=e,2==f&&c.push(t)):a[t]=e}$l(a,c,i),n.push(a)}}return n},en.fmtDate=ne,en.tzDate=function(l,e){let t;return"UTC"==e||"Etc/UTC"==e?t=new Date(+l+6e4*l.getTimezoneOffset()):e==ie?t=l:(t=new Date(l.toLocaleString("en-US",{timeZone:e})),t.setMilliseconds(l.getMilliseconds())),t},en.sync=dt;{en.addGap=function(l,e,t){let n=l[l.length-1];n&&n[0]==e?n[1]=t:l.push([e,t])},en.clipGaps=wt;let l=en.paths={points:Wt};l.linear=Ft,l.stepped=function(l){const e=Q(l.align,1),t=Q(l.ascDesc,!1),n=Q(l.alignGaps,0),i=Q(l.extend,!1);return(l,o,s,r)=>pt(l,o,((u,a,f,c,h,d,p,m,g,x,w)=>{[s,r]=U(f,s,r);let _=u.pxRound,{left:b,width:v}=l.bbox,k=l=>_(d(l,c,x,m)),M=l=>_(p(l,h,w,g)),S=0==c.ori?Mt:St;const T={stroke:new Path2D,fill:null,clip:null,band:null,gaps:null,flags:1},E=T.stroke,z=c.dir*(0==c.ori?1:-1);let D=M(f[1==z?s:r]),P=k(a[1==z?s:r]),A=P,W=P;i&&-1==e&&(W=b,S(E,W,D)),S(E,P,D);for(let l=1==z?s:r;l>=s&&r>=l;l+=z){let t=f[l];if(null==t)continue;let n=k(a[l]),i=M(t);1==e?S(E,n,D):S(E,A,i),S(E,n,i),D=i,A=n}let Y=A;i&&1==e&&(Y=b+v,S(E,Y,D));let[C,H]=mt(l,o);if(null!=u.fill||0!=C){let e=T.fill=new Path2D(E),t=M(u.fillTo(l,o,u.min,u.max,C));S(e,Y,t),S(e,W,t)}if(!u.spanGaps){let i=[];i.push(..._t(a,f,s,r,z,k,n));let h=u.width*y/2,d=t||1==e?h:-h,p=t||-1==e?-h:h;i.forEach((l=>{l[0]+=d,l[1]+=p})),T.gaps=i=u.gaps(l,o,s,r,i),T.clip=wt(i,c.ori,m,g,x,w)}return 0!=H&&(T.band=2==H?[xt(l,o,s,r,E,-1),xt(l,o,s,r,E,1)]:xt(l,o,s,r,E,H)),T}))},l.bars=function(l){const e=Q((l=l||Hl).size,[.6,gl,1]),t=l.align||0,n=l.gap||0;let i=l.radius;i=null==i?[0,0]:"number"==typeof i?[i,0]:i;const o=bl(i),s=1-e[0],r=Q(e[1],gl),u=Q(e[2],1),a=Q(l.disp,Hl),f=Q(l.each,(()=>{})),{fill:c,stroke:h}=a;return(l,e,i,d)=>pt(l,e,((p,m,g,x,w,_,b,v,k,M,S)=>{let T,E,z=p.pxRound,D=t,P=n*y,A=r*y,W=u*y;0==x.ori?[T,E]=o(l,e):[E,T]=o(l,e);const Y=x.dir*(0==x.ori?1:-1);let C,H,F,R=0==x.ori?Tt:Et,G=0==x.ori?f:(l,e,t,n,i,o,s)=>{f(l,e,t,i,n,s,o)},I=Q(l.bands,Fl).find((l=>l.series[0]==e)),L=p.fillTo(l,e,p.min,p.max,null!=I?I.dir:0),O=z(b(L,w,S,k)),N=M,j=z(p.width*y),U=!1,V=null,B=null,$=null,J=null;null==c||0!=j&&null==h||(U=!0,V=c.values(l,e,i,d),B=new Map,new Set(V).forEach((l=>{null!=l&&B.set(l,new Path2D)})),j>0&&($=h.values(l,e,i,d),J=new Map,new Set($).forEach((l=>{null!=l&&J.set(l,new Path2D)}))));let{x0:q,size:K}=a;if(null!=q&&null!=K){D=1,m=q.values(l,e,i,d),2==q.unit&&(m=m.map((e=>l.posToVal(v+e*M,x.key,!0))));let t=K.values(l,e,i,d);H=2==K.unit?t[0]*M:_(t[0],x,M,v)-_(0,x,M,v),N=Rt(m,g,_,x,M,v,N),F=N-H+P}else N=Rt(m,g,_,x,M,v,N),F=N*s+P,H=N-F;1>F&&(F=0),H/2>j||(j=0),5>F&&(z=vl);let X=F>0;H=z(wl(N-F-(X?j:0),W,A)),C=(0==D?H/2:D==Y?0:H)-D*Y*((0==D?P/2:0)+(X?j/2:0));const Z={stroke:null,fill:null,clip:null,band:null,gaps:null,flags:0},ll=U?null:new Path2D;let el=null;if(null!=I)el=l.data[I.series[1]];else{let{y0:t,y1:n}=a;null!=t&&null!=n&&(g=n.values(l,e,i,d),el=t.values(l,e,i,d))}let tl=T*H,nl=E*H;for(let t=1==Y?i:d;t>=i&&d>=t;t+=Y){let n=g[t];if(null==n)continue;if(null!=el){let l=el[t]??0;if(n-l==0)continue;O=b(l,w,S,k)}let i=_(2!=x.distr||null!=a?m[t]:t,x,M,v),o=b(Q(n,L),w,S,k),s=z(i-C),r=z(fl(o,O)),u=z(al(o,O)),f=r-u;if(null!=n){let i=0>n?nl:tl,o=0>n?tl:nl;U?(j>0&&null!=$[t]&&R(J.get($[t]),s,u+sl(j/2),H,fl(0,f-j),i,o),null!=V[t]&&R(B.get(V[t]),s,u+sl(j/2),H,fl(0,f-j),i,o)):R(ll,s,u+sl(j/2),H,fl(0,f-j),i,o),G(l,e,t,s-j/2,u,H+j,f)}}return j>0?Z.stroke=U?J:ll:U||(Z._fill=0==p.width?p._fill:p._stroke??p._fill,Z.width=0),Z.fill=U?B:ll,Z}))},l.spline=function(l){return function(l,e){const t=Q(e?.alignGaps,0);return(e,n,i,o)=>pt(e,n,((s,r,u,a,f,c,h,d,p,m,g)=>{[i,o]=U(u,i,o);let x,w,_,b=s.pxRound,v=l=>b(c(l,a,m,d)),k=l=>b(h(l,f,g,p));0==a.ori?(x=kt,_=Mt,w=Pt):(x=yt,_=St,w=At);const y=a.dir*(0==a.ori?1:-1);let M=v(r[1==y?i:o]),S=M,T=[],E=[];for(let l=1==y?i:o;l>=i&&o>=l;l+=y)if(null!=u[l]){let e=v(r[l]);T.push(S=e),E.push(k(u[l]))}const z={stroke:l(T,E,x,_,w,b),fill:null,clip:null,band:null,gaps:null,flags:1},D=z.stroke;let[P,A]=mt(e,n);if(null!=s.fill||0!=P){let l=z.fill=new Path2D(D),t=k(s.fillTo(e,n,s.min,s.max,P));_(l,S,t),_(l,M,t)}if(!s.spanGaps){let l=[];l.push(..._t(r,u,i,o,y,v,t)),z.gaps=l=s.gaps(e,n,i,o,l),z.clip=wt(l,a.ori,d,p,m,g)}return 0!=A&&(z.band=2==A?[xt(e,n,i,o,D,-1),xt(e,n,i,o,D,1)]:xt(e,n,i,o,D,A)),z}))}(Gt,l)}}return en}();
;(() => {
'use strict'
const INVISIBLE =
  /[\\u00ad\\u061c\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb\\u{e0000}-\\u{e007f}]/gu
const LINE_BREAKS = /[\\t\\n\\v\\f\\r\\u0085\\u2028\\u2029]+/g
const CONTROLS = /[\\u0000-\\u001f\\u007f-\\u009f]/g
function oneLine(text        , mostCharacters = Number.POSITIVE_INFINITY)         {
  const line = text
    .toWellFormed()
    .replace(LINE_BREAKS, ' ')
    .replace(CONTROLS, '\\ufffd')
    .replace(INVISIBLE, '')
    .trim()
  return clip(line, mostCharacters)
}
function clip(text        , maxCharacters        )         {
  if (text.length <= maxCharacters) return text
  const characters = Array.from(text.slice(0, maxCharacters * 2 + 2))
  if (characters.length <= maxCharacters && text.length <= maxCharacters * 2) return text
  return characters.slice(0, maxCharacters - 1).join('') + '…'
}
const BLANK = '␣'
function visibleName(name        , mostCharacters = Number.POSITIVE_INFINITY)         {
  const line = name.replace(/^\\s+|\\s+$|\\s{2,}|[^\\S ]/g, (blanks) => BLANK.repeat(blanks.length))
  if (line.length <= mostCharacters) return line
  const tail = Math.floor(mostCharacters / 4)
  const start = line.slice(0, mostCharacters - tail - 1).replace(/[\\ud800-\\udbff]$/, '')
  return \`\${start}…\${line.slice(line.length - tail).replace(/^[\\udc00-\\udfff]/, '')}\`
}
const HTML_ENTITIES                         = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
function escapeHtml(text        )         {
  return oneLine(text).replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '')
}
const BREAK = '&#8203;'
function escapeMarkdown(text        )         {
  return (
    oneLine(text)
      .replace(/[&<>"'\\\\\`*_{}[\\]|~$^]/g, entity)
      .replace(/@|(?<!&)#/g, (character) => entity(character) + BREAK)
      .replace(/:\\/\\//g, \`:\${BREAK}//\`)
      .replace(/:(?=[a-z0-9_+-]*[a-z][a-z0-9_+-]*:)/gi, \`:\${BREAK}\`)
      .replace(/\\b(www)\\.|\\b(gh-)(?=\\d)/gi, (match) => match.slice(0, -1) + BREAK + match.slice(-1))
      .replace(/^(?:[-+=]|\\d+(?=[.)](?:\\s|$)))/, (start) => entity(start) + start.slice(1))
  )
}
function markdownCode(text        )         {
  const escaped = escapeMarkdown(text)
  return escaped === '' ? '' : \`<code>\${escaped}</code>\`
}
function markdownLink(text        , url                    )         {
  const address = safeUrl(url)
  if (address === undefined) return escapeMarkdown(text)
  return \`[\${escapeMarkdown(text)}](<\${address.replace(/[\\\\<>|\`*_~[\\]]/g, percentEncode).replaceAll('&', '&amp;')}>)\`
}
function safeUrl(url                    )                     {
  if (url === undefined || url.length > 2048 || !URL.canParse(url)) return undefined
  const parsed = new URL(url)
  const isWeb = parsed.protocol === 'https:' || parsed.protocol === 'http:'
  return isWeb && parsed.username === '' && parsed.password === '' ? parsed.href : undefined
}
const NOT_XML = /[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\ufffe\\uffff]/g
function escapeXml(text        )         {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"']/g, (character) => HTML_ENTITIES[character] ?? '')
    .replace(/[\\t\\n\\r\\u007f-\\u009f\\u2028\\u2029]/g, entity)
}
function jsonForScript(value         )         {
  return JSON.stringify(value).replace(/[<>&\\u2028\\u2029]/g, unicodeEscape)
}
function unicodeEscape(character        )         {
  return '\\\\u' + character.charCodeAt(0).toString(16).padStart(4, '0')
}
function entity(character        )         {
  return \`&#\${character.charCodeAt(0)};\`
}
function percentEncode(character        )         {
  return '%' + character.charCodeAt(0).toString(16).toUpperCase()
}
function formatDuration(ms        )         {
  if (!Number.isFinite(ms)) return '–'
  if (ms < 0) return '−' + formatDuration(-ms)
  if (Math.round(ms) < 1000) return \`\${significant(ms, 3)} ms\`
  if (ms < 59_950) return \`\${significant(ms / 1000, 3)} s\`
  return formatLongDuration(Math.round(ms / 1000))
}
function formatSpan(ms        )         {
  if (ms < 1000) return \`\${Math.max(0, Math.round(ms))} ms\`
  const seconds = Math.round(ms / 1000)
  return seconds < 60 ? \`\${seconds} s\` : formatLongDuration(seconds)
}
function formatLongDuration(seconds        )         {
  if (seconds < 3600) return twoUnits(Math.floor(seconds / 60), 'm', seconds % 60, 's')
  const minutes = Math.round(seconds / 60)
  if (minutes < 48 * 60) return twoUnits(Math.floor(minutes / 60), 'h', minutes % 60, 'm')
  const hours = Math.round(minutes / 60)
  return twoUnits(Math.floor(hours / 24), 'd', hours % 24, 'h')
}
function twoUnits(large        , largeUnit        , small        , smallUnit        )         {
  if (small === 0) return \`\${large} \${largeUnit}\`
  return \`\${large} \${largeUnit} \${String(small).padStart(smallUnit === 'h' ? 1 : 2, '0')} \${smallUnit}\`
}
function formatCount(count        )         {
  if (!Number.isFinite(count)) return '–'
  const digits = Math.abs(Math.round(count)).toString()
  const grouped = digits.replace(/\\B(?=(?:\\d{3})+$)/g, ',')
  return count < 0 && digits !== '0' ? '−' + grouped : grouped
}
function formatCounted(count        , one        , many        )         {
  return \`\${formatCount(count)} \${count === 1 ? one : many}\`
}
function formatPercent(share        )         {
  if (!Number.isFinite(share)) return '–'
  const percent = share * 100
  if (percent === 0) return '0%'
  if (percent > 0 && percent < 0.01) return '< 0.01%'
  if (percent < 100 && percent >= 99.995) return '> 99.99%'
  if (Math.abs(percent) < 10 || percent > 99.9) return \`\${trimZeros(percent.toFixed(2))}%\`
  return \`\${trimZeros(percent.toFixed(1))}%\`
}
function formatRate(perSecond        )         {
  if (!Number.isFinite(perSecond)) return '–'
  if (perSecond > 0 && perSecond < 0.1) return \`\${significant(perSecond * 60, 3)}/min\`
  if (perSecond >= 1000) return \`\${formatCount(perSecond)}/s\`
  return \`\${significant(perSecond, 3)}/s\`
}
const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB']
function formatBytes(bytes        )         {
  if (!Number.isFinite(bytes)) return '–'
  let value = bytes
  let unit = 0
  while (Math.abs(value) >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return \`\${unit === 0 ? Math.round(value) : significant(value, 3)} \${BYTE_UNITS[unit]}\`
}
function formatTime(ms        )         {
  const date = new Date(ms)
  if (Number.isNaN(date.getTime())) return '–'
  return date.toISOString().slice(0, 16).replace('T', ' ') + ' UTC'
}
function formatChange(now        , before        )         {
  if (now === before) return '= 0.0%'
  if (before <= 0) return \`\${now > before ? '▲' : '▼'} from \${formatCount(before)}\`
  const ratio = now / before
  if (ratio >= 10) return \`▲ ×\${significant(ratio, 3)}\`
  const percent = ((ratio - 1) * 100).toFixed(1)
  if (Number(percent) === 0) return '= 0.0%'
  return arrow(Number(percent)) + \` \${signed(percent)}%\`
}
function formatPointChange(nowShare        , beforeShare        )         {
  const points = ((nowShare - beforeShare) * 100).toFixed(2)
  if (Number(points) === 0) return '= 0.00 pp'
  return arrow(Number(points)) + \` \${signed(points)} pp\`
}
function arrow(difference        )         {
  return difference > 0 ? '▲' : '▼'
}
function signed(digits        )         {
  return digits.startsWith('-') ? '−' + digits.slice(1) : '+' + digits
}
function significant(value        , digits        )         {
  if (Math.abs(value) >= 10 ** digits) return String(Math.round(value))
  return trimZeros(Math.abs(value) < 1e-6 ? value.toFixed(digits) : value.toPrecision(digits))
}
function trimZeros(digits        )         {
  return digits.includes('.') ? digits.replace(/\\.?0+$/, '') : digits
}
const LABEL_COLUMNS                         = [
  { key: 'count', title: 'Count', format: formatCount },
  { key: 'errors', title: 'Errors', format: formatCount },
  { key: 'errorShare', title: 'Error rate', format: formatPercent },
  { key: 'rate', title: 'Throughput', format: formatRate },
  { key: 'mean', title: 'Mean', format: formatDuration },
  { key: 'p50', title: 'p50', format: formatDuration },
  { key: 'p95', title: 'p95', format: formatDuration },
  { key: 'p99', title: 'p99', format: formatDuration },
  { key: 'max', title: 'Max', format: formatDuration },
  { key: 'beforeP95', title: 'Baseline p95', format: formatDuration },
  { key: 'change', title: 'Change of p95', format: () => '' },
]
function knownColumns(rows                       )                {
  return LABEL_COLUMNS.filter((column) => rows.some((row) => row[column.key] !== null))
}
function labelRowHtml(row            , subject        , columns                        )         {
  const cells = columns
    .map((column) => \`<td data-th="\${column.title}"\${cellClass(row, column)}>\${cellHtml(row, column)}</td>\`)
    .join('')
  const chart =
    row.view === null
      ? ''
      : \` <button type="button" class="to-charts" data-view="\${row.view}" aria-label="Show charts of \${escapeHtml(row.name)}">charts</button>\`
  return \`<tr id="\${labelId(subject, row.index)}" tabindex="-1"><th scope="row" class="whole"><span class="name">\${escapeHtml(row.name)}</span>\${chart}</th>\${cells}</tr>\`
}
function labelId(subject        , index        )         {
  return \`label-\${subject}-\${index}\`
}
function cellClass(row            , column             )         {
  const hasErrors = (column.key === 'errors' || column.key === 'errorShare') && (row.errors ?? 0) > 0
  return hasErrors ? ' class="bad"' : ''
}
function cellHtml(row            , column             )         {
  if (column.key === 'change') return changeHtml(row)
  const value = row[column.key]
  return typeof value === 'number' ? escapeHtml(column.format(value, row)) : '<span class="unknown">–</span>'
}
function changeHtml(row            )         {
  if (row.isNew) return '<span class="change neutral">new</span>'
  if (row.p95 === null || row.beforeP95 === null) return '<span class="unknown">–</span>'
  return \`<span class="change \${row.tone}">\${escapeHtml(formatChange(row.p95, row.beforeP95))}</span>\`
}
const PACKED_KEYS = [
  'count',
  'errors',
  'rate',
  'mean',
  'p50',
  'p95',
  'p99',
  'max',
  'beforeP95',
  'view',
]
const PACKED_TONES                  = ['same', 'better', 'worse', 'neutral']
function packRow(row            )            {
  return [row.name, ...PACKED_KEYS.map((key) => row[key]), row.isNew ? 1 : 0, PACKED_TONES.indexOf(row.tone)]
}
function unpackRow(packed           , index        )             {
  const [name, ...numbers] = packed
  const known = Object.fromEntries(PACKED_KEYS.map((key, position) => [key, numbers[position] ?? null]))
  const [isNew, tone] = numbers.slice(PACKED_KEYS.length)
  const row = { ...known, index, name, isNew: isNew === 1, tone: PACKED_TONES[tone ?? 0] }
  return { ...row, errorShare: quotient(row.errors, row.count), change: quotient(row.p95, row.beforeP95) }
}
function quotient(value               , by               )                {
  return value === null || by === null || by === 0 ? null : value / by
}
const drawn = new Map()
const COLORS = { s1: '--series-1', s2: '--series-2', s3: '--series-3', bad: '--series-bad' }
function hasAny(values) {
  return values.some((value) => value !== null)
}
function explainGap(id, words) {
  const plot = plotOf(id)
  if (plot === null) return
  forget(id)
  const text = document.createElement('p')
  text.className = 'none'
  text.textContent = words
  plot.replaceChildren(text)
  legendOf(id).replaceChildren()
}
function drawChart(id, chart) {
  const plot = plotOf(id)
  if (plot === null) return
  forget(id)
  plot.replaceChildren()
  plot.setAttribute('role', 'img')
  plot.setAttribute(
    'aria-label',
    plot.parentElement.querySelector('figcaption').firstElementChild.textContent +
      ': ' +
      rangesInWords(chart),
  )
  const instance = new uPlot(
    optionsOf(id, chart, plot),
    [chart.x, ...chart.lines.map((line) => line.values)],
    plot,
  )
  const observer = new ResizeObserver(() =>
    instance.setSize({ width: plot.clientWidth, height: plot.clientHeight }),
  )
  observer.observe(plot)
  drawn.set(id, { instance, observer })
  showLegend(id, chart, null)
}
function rangesInWords(chart) {
  return chart.lines
    .map((line) => {
      const known = line.values.filter((value) => value !== null)
      return \`\${line.name} from \${chart.formatY(Math.min(...known))} to \${chart.formatY(Math.max(...known))}\`
    })
    .join(', ')
}
function optionsOf(id, chart, plot) {
  const style = getComputedStyle(document.documentElement)
  const color = (name) => style.getPropertyValue(name).trim()
  const axis = {
    stroke: color('--muted'),
    font: '11px system-ui, sans-serif',
    grid: { stroke: color('--grid'), width: 1 },
    ticks: { show: false },
    gap: 4,
  }
  return {
    width: plot.clientWidth,
    height: plot.clientHeight,
    padding: [10, chart.logX ? 26 : 16, 0, 0],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      points: { size: 6 },
      ...(chart.endX !== undefined && { sync: { key: 'time' } }),
    },
    scales: {
      x: { time: false, distr: chart.logX ? 3 : 1, range: (_, low, high) => xRange(chart, low, high) },
      y: { range: (_, __, high) => [0, chart.topY ?? (high > 0 ? high * 1.06 : 1)] },
    },
    axes: [
      {
        ...axis,
        size: 26,
        space: 64,
        values: (_, splits) => splits.map((value) => (value === null ? '' : chart.formatX(value))),
        ...xSplits(chart),
      },
      { ...axis, size: ySize, space: 34, values: (_, splits) => splits.map(chart.formatY) },
    ],
    series: [{}, ...chart.lines.map((line) => seriesOf(line, color))],
    hooks: { setCursor: [(instance) => showLegend(id, chart, instance.cursor.idx)] },
  }
}
function ySize(_, values) {
  return Math.max(40, 14 + 6.4 * Math.max(0, ...(values ?? []).map((value) => String(value).length)))
}
function xRange(chart, low, high) {
  if (chart.endX !== undefined) return [0, chart.endX]
  return chart.lines[0].bars === true || low === high ? [low / 1.06, high * 1.06] : [low, high]
}
function xSplits(chart) {
  if (chart.splitsX)
    return { splits: (_, __, low, high) => chart.splitsX(low, high), filter: (_, splits) => splits }
  return {
    incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200, 86400],
  }
}
function seriesOf(line, color) {
  const stroke = color(COLORS[line.tone])
  const series = {
    label: line.name,
    stroke,
    width: line.dashed ? 1 : 1.5,
    points: { show: line.values.length === 1 },
    spanGaps: line.bridged === true,
  }
  if (line.dashed) series.dash = [5, 4]
  if (line.fill || line.bars) series.fill = stroke + (line.bars ? 'b0' : '22')
  if (line.bars) series.paths = uPlot.paths.bars({ size: [0.86, 40] })
  return series
}
function showLegend(id, chart, index) {
  const parts = chart.lines.map((line) => {
    const part = document.createElement('span')
    part.className = line.tone
    const value = index === null || index === undefined ? undefined : line.values[index]
    const text = value === undefined || value === null ? line.name : \`\${line.name} \${chart.formatY(value)}\`
    part.append(document.createElement('i'), text)
    return part
  })
  if (index !== null && index !== undefined) {
    const at = document.createElement('span')
    at.textContent = chart.formatX(chart.x[index])
    parts.unshift(at)
  }
  legendOf(id).replaceChildren(...parts)
}
function forget(id) {
  const before = drawn.get(id)
  if (before === undefined) return
  before.observer.disconnect()
  before.instance.destroy()
  drawn.delete(id)
}
function plotOf(id) {
  return document.querySelector(\`[data-chart="\${id}"] .plot\`)
}
function legendOf(id) {
  return document.querySelector(\`[data-chart="\${id}"] .legend\`)
}
const THEME_KEY = 'load-test-gate-theme'
function currentTheme() {
  const chosen = document.documentElement.dataset.theme
  if (chosen) return chosen
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
}
function setUpTheme(onChange) {
  const button = document.getElementById('theme')
  const show = (theme) => {
    if (theme) document.documentElement.dataset.theme = theme
    button.textContent = currentTheme() === 'dark' ? 'Light theme' : 'Dark theme'
  }
  show(rememberedTheme())
  button.addEventListener('click', () => {
    const theme = currentTheme() === 'dark' ? 'light' : 'dark'
    show(theme)
    rememberTheme(theme)
    onChange()
  })
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => {
    show()
    onChange()
  })
}
function rememberedTheme() {
  try {
    const theme = localStorage.getItem(THEME_KEY)
    return theme === 'dark' || theme === 'light' ? theme : undefined
  } catch {
    return undefined
  }
}
function rememberTheme(theme) {
  try {
    localStorage.setItem(THEME_KEY, theme)
  } catch {
  }
}
function drawTimeCharts(view, load) {
  const { series, before } = view
  if (series === null) {
    for (const id of ['rate', 'percentiles', 'errors']) explainGap(id, 'Unknown over time')
  } else {
    const at = series.rate.map((_, index) => ((index + 0.5) * series.intervalMs) / 1000)
    drawRate(at, series, before)
    drawDurations(at, series, before)
    drawErrors(at, series)
    if (load) drawLoad(load, series, endOf(at))
  }
}
function drawLoad(load, series, endX) {
  const all = (load.users ?? load.cpuMean).map(
    (_, index) => (load.startMs - series.startMs + (index + 0.5) * load.intervalMs) / 1000,
  )
  const isWithin = (_, index) => all[index] >= 0 && all[index] <= endX
  const x = all.filter(isWithin)
  const lineOf = (name, tone, values, more) => ({ name, tone, values: values.filter(isWithin), ...more })
  const draw = (id, lines, formatY, more) => {
    if (lines.some(({ values }) => hasAny(values)))
      drawChart(id, { x, lines, formatX: elapsed, formatY, endX, ...more })
    else explainGap(id, 'Unknown over time')
  }
  if (load.users) draw('users', [lineOf('virtual users', 's1', load.users, { fill: true })], formatUsers)
  if (!load.cpuMean) return
  const lines = [lineOf(load.cpuMax ? 'mean' : 'CPU', 's1', load.cpuMean, { bridged: true })]
  if (load.cpuMax) lines.push(lineOf('busiest', 's2', load.cpuMax, { bridged: true }))
  draw('cpu', lines, formatCpu, { topY: 100 })
}
function formatCpu(percent) {
  return formatPercent(Math.round(percent) / 100)
}
function formatUsers(users) {
  return users < 10 ? String(Number(users.toFixed(1))) : formatCount(users)
}
function drawRate(at, series, before) {
  const lines = [{ name: 'this run', tone: 's1', values: series.rate, fill: true }]
  if (before) lines.push({ name: 'baseline', tone: 's3', values: before.rate, dashed: true })
  drawChart('rate', { x: at, lines, formatX: elapsed, formatY: formatRate, endX: endOf(at) })
}
function drawDurations(at, series, before) {
  const lines = series.p95
    ? [
        { name: 'p50', tone: 's1', values: series.p50 },
        { name: 'p95', tone: 's2', values: series.p95 },
      ]
    : [{ name: 'mean', tone: 's1', values: series.mean }]
  if (before?.p95) lines.push({ name: 'baseline p95', tone: 's3', values: before.p95, dashed: true })
  if (before?.mean) lines.push({ name: 'baseline mean', tone: 's3', values: before.mean, dashed: true })
  const known = lines.filter((line) => hasAny(line.values))
  if (known.length === 0) explainGap('percentiles', 'Unknown over time')
  else
    drawChart('percentiles', {
      x: at,
      lines: known,
      formatX: elapsed,
      formatY: formatDuration,
      endX: endOf(at),
    })
}
function drawErrors(at, series) {
  if (series.errors === null) return explainGap('errors', 'Unknown over time')
  const perSecond = series.errors.map((errors) => (errors * 1000) / series.intervalMs)
  const lines = [{ name: 'errors', tone: 'bad', values: perSecond, fill: true }]
  if (!perSecond.some((value) => value > 0)) explainGap('errors', 'No errors')
  else drawChart('errors', { x: at, lines, formatX: elapsed, formatY: formatRate, endX: endOf(at) })
}
function elapsed(seconds) {
  return seconds === 0 ? '0' : formatDuration(seconds * 1000)
}
function durationCell(ms) {
  return cellOf(ms, formatDuration)
}
function timeTableHtml({ series }, load) {
  if (series === null) return '<p>Unknown over time.</p>'
  const columns = [
    ['Throughput', series.rate.map(formatRate)],
    ...(series.errors ? [['Errors', series.errors.map(formatCount)]] : []),
    ['Mean', series.mean.map(durationCell)],
    ...(series.p50 ? [['p50', series.p50.map(durationCell)]] : []),
    ...(series.p95 ? [['p95', series.p95.map(durationCell)]] : []),
    ...loadColumns(series, load),
  ]
  const rows = series.rate.map((_, index) => {
    const cells = columns.map(([, values]) => \`<td>\${values[index]}</td>\`)
    return \`<tr><th scope="row">\${formatDuration(index * series.intervalMs)}</th>\${cells.join('')}</tr>\`
  })
  const head = ['From', ...columns.map(([name]) => name)].map((name) => \`<th scope="col">\${name}</th>\`)
  return \`<table><thead><tr>\${head.join('')}</tr></thead><tbody>\${rows.join('')}</tbody></table>\`
}
function loadColumns(series, load) {
  const column = (name, values, format) =>
    values
      ? [[name, series.rate.map((_, index) => cellOf(meanWithin(values, load, series, index), format))]]
      : []
  return [
    ...column('Virtual users', load?.users, formatUsers),
    ...column('CPU', load?.cpuMean, formatCpu),
    ...column('CPU of the busiest', load?.cpuMax, formatCpu),
  ]
}
function meanWithin(values, load, series, index) {
  const fromMs = series.startMs + index * series.intervalMs
  const within = values.filter((value, at) => {
    const middleMs = load.startMs + (at + 0.5) * load.intervalMs
    return value !== null && middleMs >= fromMs && middleMs < fromMs + series.intervalMs
  })
  return within.length === 0 ? null : within.reduce((sum, value) => sum + value, 0) / within.length
}
function cellOf(value, format) {
  return value === null ? '–' : format(value)
}
function endOf(at) {
  return at.at(-1) + at[0]
}
function drawDistribution({ distribution, beforeDistribution }) {
  if (distribution === null) {
    explainGap('histogram', 'Unknown')
    explainGap('curve', 'Unknown')
    return
  }
  if (distribution.bars.length === 0) explainGap('histogram', 'Not in the data of this run')
  else drawBars(distribution.bars)
  drawCurve(distribution.curve, beforeDistribution?.curve)
}
function drawBars(bars) {
  drawChart('histogram', {
    x: bars.map(([ms]) => ms),
    lines: [{ name: 'count', tone: 's1', values: bars.map(([, count]) => count), bars: true }],
    formatX: formatDuration,
    formatY: formatCount,
    logX: true,
    splitsX: roundDurations,
  })
}
function roundDurations(low, high) {
  const decades = Math.log10(high / low)
  const steps = decades > 2.5 ? [1] : decades > 1.2 ? [1, 3] : [1, 2, 5]
  const all = []
  for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power += 1) {
    for (const step of steps) all.push(step * 10 ** power)
  }
  return all.filter((value) => value >= low && value <= high)
}
const TICKS = [1, 2, 10, 100, 1000, 10000]
const oneIn = (percentile) => 1 / (1 - percentile / 100)
const percentileAt = (value) => Number((100 - 100 / value).toFixed(3))
function drawCurve(curve, before) {
  const x = [...new Set([...curve, ...(before ?? [])].map(([percentile]) => percentile))].sort(
    (a, b) => a - b,
  )
  const valuesOf = (points) => {
    const known = new Map(points)
    return x.map((percentile) => known.get(percentile) ?? null)
  }
  const lines = [{ name: 'this run', tone: 's2', values: valuesOf(curve), bridged: true }]
  if (before)
    lines.push({ name: 'baseline', tone: 's3', values: valuesOf(before), dashed: true, bridged: true })
  drawChart('curve', {
    x: x.map(oneIn),
    lines,
    formatX: (value) => \`p\${percentileAt(value)}\`,
    formatY: formatDuration,
    logX: true,
    splitsX: (low, high) => TICKS.filter((tick) => tick >= low * 0.999 && tick <= high * 1.001),
  })
}
const PAGE_ROWS = 100
const PRINTED_ROWS = 50
const byId = (id) => document.getElementById(id)
function setUpLabelTable(subjects, onCharts) {
  const shown = subjects.filter((subject) => subject.rows.length > 0)
  if (shown.length === 0) return () => {}
  const state = {
    subject: shown[0],
    columns: [],
    key: 'p95',
    descending: true,
    start: 0,
    pageRows: PAGE_ROWS,
    found: [],
    names: new Map(),
  }
  fillSubjects(shown)
  byId('subject').addEventListener('change', (event) =>
    chooseSubject(state, shown[event.target.selectedIndex]),
  )
  byId('search').addEventListener('input', () => search(state))
  byId('only-errors').addEventListener('change', () => search(state))
  byId('previous').addEventListener('click', () => turn(state, -1))
  byId('next').addEventListener('click', () => turn(state, 1))
  byId('label-table').addEventListener('click', (event) => onClick(state, event, onCharts))
  printWhatMatters(state)
  chooseSubject(state, shown[0])
  return (id) => reveal(state, shown, id)
}
function fillSubjects(subjects) {
  byId('subject').replaceChildren(...subjects.map((subject) => new Option(subject.name)))
}
function chooseSubject(state, subject) {
  state.subject = subject
  state.columns = knownColumns(subject.rows)
  state.names = new Map(subject.rows.map((row) => [row, row.name.toLowerCase()]))
  if (state.key !== 'name' && !state.columns.some((column) => column.key === state.key)) state.key = 'count'
  search(state)
}
function search(state) {
  const words = byId('search').value.toLowerCase().split(/\\s+/).filter(Boolean)
  const onlyErrors = byId('only-errors').checked
  state.found = state.subject.rows.filter(
    (row) => words.every((word) => state.names.get(row).includes(word)) && (!onlyErrors || row.errors > 0),
  )
  sortRows(state)
  state.start = 0
  show(state)
}
function sortRows({ found, key, descending }) {
  const sign = descending ? -1 : 1
  found.sort((a, b) => {
    if (a[key] === null || b[key] === null) return (a[key] === null) - (b[key] === null)
    if (key === 'name') return sign * (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)
    return sign * (a[key] - b[key]) || a.index - b.index
  })
}
function show(state) {
  const { subject, columns, found, start } = state
  const rows = found.slice(start, start + state.pageRows)
  const table = byId('label-table')
  table.caption.textContent = \`Labels of \${subject.name}\`
  const focusedKey = table.tHead.contains(document.activeElement) ? state.key : undefined
  table.tHead.innerHTML = headHtml(state)
  table.tBodies[0].innerHTML = rows.map((row) => labelRowHtml(row, subject.name, columns)).join('')
  if (focusedKey) table.tHead.querySelector(\`[data-key="\${focusedKey}"] button\`)?.focus()
  byId('previous').parentElement.hidden = found.length <= state.pageRows
  byId('previous').disabled = start === 0
  byId('next').disabled = start + state.pageRows >= found.length
  byId('label-count').textContent = countInWords(found.length, subject.rows.length, start, rows.length)
}
function headHtml({ columns, key, descending }) {
  return \`<tr>\${[{ key: 'name', title: 'Label' }, ...columns]
    .map((column) => {
      const sort = column.key === key ? \` aria-sort="\${descending ? 'descending' : 'ascending'}"\` : ''
      return \`<th scope="col" data-key="\${column.key}"\${sort}><button type="button">\${column.title}</button></th>\`
    })
    .join('')}</tr>\`
}
function countInWords(found, all, start, rows) {
  if (found === 0) return \`None of \${formatCount(all)} labels\`
  const range =
    rows === found
      ? formatCount(found)
      : \`\${formatCount(start + 1)}–\${formatCount(start + rows)} of \${formatCount(found)}\`
  return found === all
    ? \`\${range} \${all === 1 ? 'label' : 'labels'}\`
    : \`\${range} found among \${formatCount(all)} labels\`
}
function turn(state, pages) {
  state.start = Math.max(0, state.start + pages * state.pageRows)
  show(state)
  byId('labels').scrollIntoView()
}
function onClick(state, event, onCharts) {
  const view = event.target.closest('.to-charts')?.dataset.view
  if (view !== undefined) onCharts(Number(view))
  const key = event.target.closest('thead th')?.dataset.key
  if (key === undefined) return
  state.descending = key === state.key ? !state.descending : key !== 'name'
  state.key = key
  sortRows(state)
  state.start = 0
  show(state)
}
function reveal(state, subjects, id) {
  const subject = subjects.find(({ name }) => id.startsWith(\`label-\${name}-\`))
  const row = subject?.rows.find(({ index }) => labelId(subject.name, index) === id)
  if (row === undefined) return
  if (!state.found.includes(row)) {
    byId('search').value = ''
    byId('only-errors').checked = false
    byId('subject').selectedIndex = subjects.indexOf(subject)
    chooseSubject(state, subject)
  }
  state.start = Math.floor(state.found.indexOf(row) / state.pageRows) * state.pageRows
  show(state)
  const element = byId(id)
  element.classList.add('found')
  element.scrollIntoView({ block: 'center' })
  element.focus({ preventScroll: true })
}
function printWhatMatters(state) {
  let before
  addEventListener('beforeprint', () => {
    before ??= { ...state }
    const { rows, broken } = state.subject
    state.found = [...rows]
    sortRows({ ...state, key: rows.some(({ p95 }) => p95 !== null) ? 'p95' : 'mean', descending: true })
    const slowest = new Set(state.found.slice(0, PRINTED_ROWS))
    state.found = state.found.filter((row) => slowest.has(row) || broken.includes(row.index))
    state.start = 0
    state.pageRows = state.found.length
    show(state)
    if (state.found.length < rows.length)
      byId('label-count').textContent =
        \`\${formatCount(state.found.length)} of \${formatCount(rows.length)} labels: the slowest, and those that broke a criterion\`
  })
  addEventListener('afterprint', () => {
    if (before === undefined) return
    Object.assign(state, before)
    before = undefined
    show(state)
  })
}
const data = JSON.parse(document.getElementById('data').textContent)
for (const element of document.querySelectorAll('[data-needs-script]')) element.hidden = false
setUpTheme(drawAll)
let current = 0
let hasTable = false
if (data.views.length > 0) setUpCharts()
const subjects = data.subjects.map((subject) => ({ ...subject, rows: subject.rows.map(unpackRow) }))
const revealLabel = setUpLabelTable(subjects, (view) => {
  choose(view)
  document.getElementById('charts')?.scrollIntoView()
  document.getElementById('view')?.focus({ preventScroll: true })
})
setUpLinks()
function setUpCharts() {
  const select = document.getElementById('view')
  select?.replaceChildren(
    ...data.views.map(
      (view, index) => new Option(view.isLabel ? \`\${view.subject}: \${view.name}\` : view.name, index),
    ),
  )
  select?.addEventListener('change', () => choose(select.selectedIndex))
  document.querySelector('.chart-data')?.addEventListener('toggle', (event) => {
    hasTable = event.target.open
    fillTable()
  })
  const theme = document.documentElement.dataset
  let before
  addEventListener('beforeprint', () => {
    before = theme.theme
    theme.theme = 'light'
    drawAll()
  })
  addEventListener('afterprint', () => {
    if (before === undefined) delete theme.theme
    else theme.theme = before
    drawAll()
  })
  drawAll()
}
function choose(view) {
  current = view
  const select = document.getElementById('view')
  if (select) select.selectedIndex = view
  for (const name of document.querySelectorAll('.view-name')) name.textContent = data.views[view].name
  for (const words of document.querySelectorAll('.charts .words')) words.hidden = view !== 0
  for (const table of document.querySelectorAll('.curve')) table.hidden = view !== 0
  drawAll()
}
function drawAll() {
  const view = data.views[current]
  if (view === undefined) return
  drawTimeCharts(view, data.load)
  drawDistribution(view)
  fillTable()
}
function fillTable() {
  if (hasTable)
    document.querySelector('.chart-data .scroll').innerHTML = timeTableHtml(data.views[current], data.load)
}
function followHash() {
  if (location.hash.startsWith('#label-')) revealLabel(decodeURIComponent(location.hash.slice(1)))
}
function setUpLinks() {
  addEventListener('hashchange', followHash)
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#label-"]')
    if (link && link.getAttribute('href') === location.hash) followHash()
  })
  followHash()
}
})()
`;const SCRIPT_HASH=`sha256-V8BQCtz8/G7iBLCmSSODM7v9ATKgerlGCMD2yshb0QM=`;const STYLE=`.uplot, .uplot *, .uplot *::before, .uplot *::after {box-sizing: border-box;}.uplot {font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", sans-serif, "Apple Color Emoji", "Segoe UI Emoji", "Segoe UI Symbol", "Noto Color Emoji";line-height: 1.5;width: min-content;}.u-title {text-align: center;font-size: 18px;font-weight: bold;}.u-wrap {position: relative;user-select: none;}.u-over, .u-under {position: absolute;}.u-under {overflow: hidden;}.uplot canvas {display: block;position: relative;width: 100%;height: 100%;}.u-axis {position: absolute;}.u-legend {font-size: 14px;margin: auto;text-align: center;}.u-inline {display: block;}.u-inline * {display: inline-block;}.u-inline tr {margin-right: 16px;}.u-legend th {font-weight: 600;}.u-legend th > * {vertical-align: middle;display: inline-block;}.u-legend .u-marker {width: 1em;height: 1em;margin-right: 4px;background-clip: padding-box !important;}.u-inline.u-live th::after {content: ":";vertical-align: middle;}.u-inline:not(.u-live) .u-value {display: none;}.u-series > * {padding: 4px;}.u-series th {cursor: pointer;}.u-legend .u-off > * {opacity: 0.3;}.u-select {background: rgba(0,0,0,0.07);position: absolute;pointer-events: none;}.u-cursor-x, .u-cursor-y {position: absolute;left: 0;top: 0;pointer-events: none;will-change: transform;}.u-hz .u-cursor-x, .u-vt .u-cursor-y {height: 100%;border-right: 1px dashed #607D8B;}.u-hz .u-cursor-y, .u-vt .u-cursor-x {width: 100%;border-bottom: 1px dashed #607D8B;}.u-cursor-pt {position: absolute;top: 0;left: 0;border-radius: 50%;border: 0 solid;pointer-events: none;will-change: transform;/*this has to be !important since we set inline "background" shorthand */background-clip: padding-box !important;}.u-axis.u-off, .u-select.u-off, .u-cursor-x.u-off, .u-cursor-y.u-off, .u-cursor-pt.u-off {display: none;}
:root {
color-scheme: light;
--page: #f5f6f8;
--surface: #fff;
--raised: #f0f2f5;
--line: #dde1e7;
--text: #19202b;
--muted: #566072;
--link: #1d56b8;
--focus: #1d56b8;
--good: #146c43;
--bad: #b3261e;
--warn: #855400;
--neutral: #4d5769;
--series-1: #1d6fd1;
--series-2: #c2570c;
--series-3: #7a8494;
--series-bad: #c62f26;
--grid: #e6e9ee;
--highlight: #fff3cd;
}
:root[data-theme='dark'] {
color-scheme: dark;
--page: #0e1217;
--surface: #151a21;
--raised: #1c232c;
--line: #2a323d;
--text: #e3e8ef;
--muted: #98a3b3;
--link: #82b1ff;
--focus: #82b1ff;
--good: #56cf92;
--bad: #ff8078;
--warn: #e7b549;
--neutral: #a7b1c0;
--series-1: #5aa2f7;
--series-2: #f0954d;
--series-3: #7f8a9b;
--series-bad: #ff7a70;
--grid: #222a34;
--highlight: #40380f;
}
@media (prefers-color-scheme: dark) {
:root:not([data-theme='light']) {
color-scheme: dark;
--page: #0e1217;
--surface: #151a21;
--raised: #1c232c;
--line: #2a323d;
--text: #e3e8ef;
--muted: #98a3b3;
--link: #82b1ff;
--focus: #82b1ff;
--good: #56cf92;
--bad: #ff8078;
--warn: #e7b549;
--neutral: #a7b1c0;
--series-1: #5aa2f7;
--series-2: #f0954d;
--series-3: #7f8a9b;
--series-bad: #ff7a70;
--grid: #222a34;
--highlight: #40380f;
}
}
* {
box-sizing: border-box;
}
body {
margin: 0 auto;
max-width: 1440px;
padding: 20px 24px 48px;
background: var(--page);
color: var(--text);
font:
14px/1.45 system-ui,
-apple-system,
'Segoe UI',
Roboto,
'Helvetica Neue',
Arial,
sans-serif;
font-variant-numeric: tabular-nums;
}
a {
color: var(--link);
text-underline-offset: 2px;
}
code {
font:
12.5px/1.45 ui-monospace,
SFMono-Regular,
Menlo,
Consolas,
'Liberation Mono',
monospace;
overflow-wrap: anywhere;
}
:focus-visible {
outline: 2px solid var(--focus);
outline-offset: 2px;
}
main:focus {
outline: none;
}
.hidden {
position: absolute;
width: 1px;
height: 1px;
overflow: hidden;
clip-path: inset(50%);
white-space: nowrap;
}
.skip {
position: absolute;
left: -999px;
}
.skip:focus {
left: 24px;
top: 4px;
background: var(--surface);
padding: 4px 8px;
z-index: 9;
}
[hidden] {
display: none !important;
}
.verdict {
--tone: var(--neutral);
background: var(--surface);
border: 1px solid var(--line);
border-left: 6px solid var(--tone);
border-radius: 8px;
padding: 14px 150px 14px 20px;
}
.verdict.passed {
--tone: var(--good);
}
.verdict.failed,
.verdict.error,
.verdict.timed-out {
--tone: var(--bad);
}
.verdict.inconclusive {
--tone: var(--warn);
}
.verdict p {
margin: 2px 0;
overflow-wrap: anywhere;
}
.verdict .kicker,
.verdict .run {
color: var(--muted);
font-size: 13px;
}
.verdict .run b {
color: var(--text);
font-weight: 600;
}
h1 {
margin: 0;
font-size: 24px;
line-height: 1.25;
color: var(--tone);
}
h1 .icon {
display: inline-grid;
place-items: center;
width: 26px;
height: 26px;
margin-right: 4px;
border-radius: 50%;
background: var(--tone);
color: var(--surface);
font-size: 16px;
vertical-align: 2px;
}
.verdict .message {
font-size: 16px;
}
nav {
display: flex;
flex-wrap: wrap;
gap: 4px 20px;
margin: 12px 2px 0;
font-size: 13px;
}
nav a {
text-decoration: none;
padding: 3px 0;
}
nav a:hover {
text-decoration: underline;
}
#theme {
position: absolute;
top: 34px;
right: max(44px, calc(50vw - 676px));
}
button,
select,
input[type='search'] {
font: inherit;
font-size: 13px;
color: var(--text);
background: var(--surface);
border: 1px solid var(--line);
border-radius: 6px;
padding: 4px 10px;
min-height: 30px;
}
button {
cursor: pointer;
background: var(--raised);
}
button:hover:enabled {
border-color: var(--muted);
}
button:disabled {
color: var(--muted);
cursor: default;
}
section {
margin-top: 14px;
background: var(--surface);
border: 1px solid var(--line);
border-radius: 8px;
padding: 12px 20px 16px;
}
h2 {
margin: 0 0 10px;
font-size: 15px;
}
h2 small {
margin-left: 8px;
color: var(--muted);
font-size: 13px;
font-weight: 400;
overflow-wrap: anywhere;
}
.warnings {
border-left: 6px solid var(--warn);
}
.warnings h2 {
color: var(--warn);
margin-bottom: 4px;
}
.changes {
border-left: 6px solid var(--muted);
}
.changes h2 {
margin-bottom: 4px;
}
.warnings ul,
.changes ul {
margin: 0;
padding-left: 18px;
overflow-wrap: anywhere;
}
ul.plain {
margin: 0;
padding: 0;
list-style: none;
}
small,
.note,
.before {
color: var(--muted);
}
.figures {
--columns: 4;
display: grid;
grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
gap: 1px;
margin: 0;
border: 1px solid var(--line);
border-radius: 6px;
overflow: hidden;
}
/* Every row is full: one row, or two; if the number of figures is odd, the first one is wide. */
.figures.n1 {
--columns: 1;
}
.figures.n2 {
--columns: 2;
}
.figures.n3,
.figures.n5,
.figures.n6 {
--columns: 3;
}
.figures.n9,
.figures.n10 {
--columns: 5;
}
.figures:is(.n5, .n7, .n9) div:first-child {
grid-column: span 2;
}
@media (min-width: 1101px) {
.figures.n5 {
--columns: 5;
}
.figures.n6 {
--columns: 6;
}
.figures.n7 {
--columns: 7;
}
.figures.n8 {
--columns: 8;
}
.figures.n9 {
--columns: 9;
}
.figures.n10 {
--columns: 10;
}
.figures:is(.n5, .n7, .n9) div:first-child {
grid-column: auto;
}
}
@media (max-width: 600px) {
.figures:not(.n1) {
--columns: 2;
}
.figures.n3 div:first-child {
grid-column: span 2;
}
}
.figures div {
box-shadow: 0 0 0 1px var(--line);
padding: 8px 12px 10px;
}
.figures dt {
color: var(--muted);
font-size: 12px;
}
.figures dd {
margin: 0;
font-size: 12px;
white-space: nowrap;
}
.figures .value {
font-size: 21px;
font-weight: 600;
line-height: 1.35;
}
.change.better {
color: var(--good);
}
.change.worse {
color: var(--bad);
}
.change.same,
.change.neutral,
.unknown {
color: var(--muted);
}
.scroll {
overflow-x: auto;
margin: 0 -8px;
}
table {
border-collapse: collapse;
width: 100%;
font-size: 13px;
}
th,
td {
padding: 5px 8px;
text-align: left;
vertical-align: top;
border-bottom: 1px solid var(--line);
}
tbody tr:last-child > * {
border-bottom: 0;
}
thead th {
color: var(--muted);
font-size: 12px;
font-weight: 600;
white-space: nowrap;
vertical-align: bottom;
}
tbody th {
font-weight: 500;
}
.n,
.labels td,
.labels thead th:not(:first-child) {
text-align: right;
}
.n,
.labels td {
white-space: nowrap;
}
.criteria td:nth-child(2) {
min-width: 220px;
}
.criteria td:nth-child(4) {
white-space: normal;
min-width: 90px;
}
.breaches {
width: auto;
margin-top: 4px;
}
.criteria .breaches :is(th, td) {
min-width: 0;
padding: 2px 16px 2px 0;
border: 0;
white-space: normal;
}
.breaches tbody th {
overflow-wrap: anywhere;
}
.errors td:first-child {
min-width: 200px;
overflow-wrap: anywhere;
}
.errors td:nth-child(2) {
min-width: 100px;
overflow-wrap: anywhere;
}
.note {
margin: 2px 0 0;
font-size: 12.5px;
overflow-wrap: anywhere;
}
.status {
display: inline-block;
min-width: 62px;
padding: 0 7px;
border: 1px solid currentColor;
border-radius: 10px;
font-size: 12px;
font-weight: 600;
line-height: 18px;
text-align: center;
white-space: nowrap;
color: var(--neutral);
}
.status.passed {
color: var(--good);
}
.status.failed,
.status.error,
.status.invalid {
color: var(--bad);
}
.status.warning,
.status.inconclusive,
.status.waived {
color: var(--warn);
}
.status.failed,
.status.error {
background: var(--bad);
border-color: var(--bad);
color: var(--surface);
}
summary {
cursor: pointer;
padding: 6px 0;
color: var(--link);
}
.controls {
display: flex;
flex-wrap: wrap;
align-items: center;
gap: 8px 18px;
margin-bottom: 10px;
color: var(--muted);
font-size: 13px;
}
.controls label {
max-width: 100%;
}
.controls select {
max-width: min(420px, 80%);
}
.controls input[type='search'] {
max-width: 80%;
}
#search {
width: 260px;
}
.charts {
display: grid;
grid-template-columns: repeat(auto-fit, minmax(min(460px, 100%), 1fr));
gap: 14px 28px;
}
.charts > figure:last-child:nth-child(odd) {
grid-column: 1 / -1;
}
.note.busy {
margin: 0 0 10px;
padding-left: 10px;
border-left: 4px solid var(--warn);
color: var(--text);
}
.charts.distribution {
grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) 220px;
}
.charts.distribution.no-bars {
grid-template-columns: minmax(0, 1fr) 220px;
}
figure {
margin: 0;
min-width: 0;
}
figcaption {
display: flex;
gap: 0 10px;
font-size: 13px;
min-height: 20px;
white-space: nowrap;
}
.words,
.legend {
color: var(--muted);
font-size: 12.5px;
}
/* Shortened to make room for the values at the pointer, so that the chart below does not move. */
.words {
min-width: 0;
overflow: hidden;
text-overflow: ellipsis;
}
.legend {
margin-left: auto;
}
.legend span {
margin-left: 10px;
white-space: nowrap;
}
.legend i {
display: inline-block;
width: 10px;
height: 3px;
margin-right: 4px;
vertical-align: middle;
border-radius: 2px;
}
.legend .s1 i {
background: var(--series-1);
}
.legend .s2 i {
background: var(--series-2);
}
.legend .s3 i {
background: var(--series-3);
}
.legend .bad i {
background: var(--series-bad);
}
.plot {
height: 190px;
margin-top: 4px;
}
.plot svg {
width: 100%;
height: 100%;
color: var(--series-1);
background: linear-gradient(var(--grid), var(--grid)) bottom / 100% 1px no-repeat;
}
.trend figcaption .status {
align-self: flex-start;
}
.trend figcaption {
white-space: normal;
overflow-wrap: anywhere;
}
.trend .note {
margin: 2px 0;
overflow-wrap: anywhere;
}
.trend-chart {
display: block;
width: 100%;
height: auto;
background: var(--surface);
}
.trend-chart text {
fill: var(--muted);
font-size: 11px;
}
.trend-chart .band {
fill: var(--series-1);
opacity: 0.16;
}
.trend-chart .usual {
stroke: var(--series-1);
stroke-width: 1.5;
}
.trend-chart .former {
stroke: var(--series-3);
stroke-dasharray: 5 4;
}
.trend-chart .level {
stroke: var(--muted);
stroke-dasharray: 2 3;
}
.trend-chart .dot {
fill: var(--series-1);
}
.trend-chart .dot.old {
fill: var(--surface);
stroke: var(--series-3);
stroke-width: 1.5;
}
.trend-chart .diamond {
fill: var(--neutral);
stroke: var(--surface);
}
.trend.regression .diamond {
fill: var(--bad);
}
.trend.suspect .diamond {
fill: var(--warn);
}
.trend.fine .diamond {
fill: var(--good);
}
.trends {
display: grid;
grid-template-columns: repeat(auto-fill, minmax(min(260px, 100%), 1fr));
gap: 14px 24px;
}
.run-trend figcaption {
flex-wrap: wrap;
align-items: baseline;
white-space: normal;
overflow-wrap: anywhere;
}
.run-trend .value {
margin-left: auto;
white-space: nowrap;
}
.trend-chart .run-line {
fill: none;
stroke: var(--muted);
stroke-width: 1.5;
}
.trend-chart .limit {
stroke: var(--bad);
stroke-dasharray: 5 4;
}
.trend-chart .dot.now {
fill: var(--link);
}
.run-trend.failing .dot.now {
fill: var(--bad);
}
.trend-legend {
display: flex;
flex-wrap: wrap;
gap: 2px 16px;
margin: 0 0 8px;
color: var(--muted);
font-size: 12.5px;
}
.trend-legend i {
display: inline-block;
width: 9px;
height: 9px;
margin-right: 5px;
}
.trend-legend .dot {
background: var(--series-1);
border-radius: 50%;
}
.trend-legend .dot.old {
background: none;
border: 1.5px solid var(--series-3);
}
.trend-legend .diamond {
background: var(--neutral);
transform: rotate(45deg) scale(0.85);
}
.trend-legend .line {
height: 2px;
width: 14px;
vertical-align: middle;
background: var(--series-1);
}
.trend-legend .band {
width: 14px;
background: var(--series-1);
opacity: 0.3;
}
.plot .none {
display: grid;
place-items: center;
height: 100%;
margin: 0;
color: var(--muted);
border: 1px dashed var(--line);
border-radius: 6px;
}
.chart-data .scroll {
max-height: 320px;
overflow: auto;
}
.chart-data td {
text-align: right;
}
.curve :is(td, thead th:not(:first-child)) {
text-align: right;
}
.labels tbody th {
min-width: 170px;
max-width: 460px;
}
.labels .name {
overflow-wrap: anywhere;
}
.labels tbody tr:hover {
background: var(--raised);
}
.labels tr:target,
.labels tr.found {
background: var(--highlight);
}
.labels tr:focus {
outline: 2px solid var(--focus);
outline-offset: -2px;
}
.labels td.bad {
color: var(--bad);
}
.labels thead th {
position: sticky;
top: 0;
background: var(--surface);
}
.labels thead button {
font: inherit;
border: 0;
background: none;
color: inherit;
padding: 2px 0;
min-height: 24px;
}
.labels thead button:hover {
color: var(--text);
text-decoration: underline;
}
.labels th[aria-sort='ascending'] button::after {
/* aria-sort already tells screen readers the direction. */
content: ' ▲' / '';
}
.labels th[aria-sort='descending'] button::after {
content: ' ▼' / '';
}
.to-charts {
min-height: 0;
padding: 0 6px;
margin-left: 6px;
font-size: 11px;
line-height: 16px;
color: var(--muted);
}
.pager {
display: flex;
align-items: center;
justify-content: space-between;
gap: 12px;
margin-top: 8px;
}
.pager p {
margin: 0;
color: var(--muted);
}
.facts {
display: grid;
grid-template-columns: repeat(auto-fill, minmax(260px, 1fr));
gap: 8px 24px;
margin: 0;
}
.facts dt {
color: var(--muted);
font-size: 12px;
overflow-wrap: anywhere;
}
.facts dd {
margin: 0;
overflow-wrap: anywhere;
}
@media (max-width: 900px) {
body {
padding: 12px;
}
.charts.distribution {
grid-template-columns: minmax(0, 1fr);
}
.verdict {
padding-right: 20px;
}
#theme {
position: static;
margin-top: 10px;
}
}
/* If there is no room for all columns, each row is a card and each cell has its title. */
@media screen and (max-width: 1180px) {
.scroll:has(> .labels) {
overflow: visible;
margin: 0;
}
.labels,
.labels > :is(thead, tbody) {
display: block;
}
.labels > tbody > tr {
display: grid;
grid-template-columns: repeat(auto-fill, minmax(84px, 1fr));
gap: 4px 12px;
padding: 8px 0;
border-bottom: 1px solid var(--line);
}
.labels > tbody > tr > * {
min-width: 0;
max-width: none;
padding: 0;
border: 0;
text-align: left;
white-space: normal;
overflow-wrap: anywhere;
}
.labels > tbody > tr > .whole {
grid-column: 1 / -1;
}
.labels > tbody > tr > [data-th]:not(:empty)::before {
content: attr(data-th);
display: block;
color: var(--muted);
font-size: 11.5px;
font-weight: 400;
}
/* The titles sort. */
.labels > thead > tr {
display: flex;
flex-wrap: wrap;
gap: 0 14px;
}
.labels > thead > tr > th {
position: static;
padding: 2px 0;
}
}
@media screen and (max-width: 740px) {
:not(.chart-data) > .scroll > table:not(.cards) :is(th, td) {
padding: 4px 5px;
white-space: normal;
overflow-wrap: anywhere;
}
figcaption {
flex-wrap: wrap;
white-space: normal;
}
.charts.distribution.no-bars {
grid-template-columns: minmax(0, 1fr);
}
.scroll:has(> .cards:not(.labels)) {
overflow: visible;
margin: 0;
}
.cards:not(.labels),
.cards:not(.labels) > :is(thead, tbody) {
display: block;
}
.cards:not(.labels) > tbody > tr {
display: grid;
grid-template-columns: repeat(auto-fill, minmax(84px, 1fr));
gap: 4px 12px;
padding: 8px 0;
border-bottom: 1px solid var(--line);
}
.cards:not(.labels) > tbody > tr > * {
min-width: 0;
max-width: none;
padding: 0;
border: 0;
text-align: left;
white-space: normal;
overflow-wrap: anywhere;
}
.cards:not(.labels) > tbody > tr > .whole {
grid-column: 1 / -1;
}
.cards:not(.labels) > tbody > tr > [data-th]:not(:empty)::before {
content: attr(data-th);
display: block;
color: var(--muted);
font-size: 11.5px;
font-weight: 400;
}
.cards:not(.labels) > thead {
position: absolute;
width: 1px;
height: 1px;
overflow: hidden;
clip-path: inset(50%);
}
}
@media (prefers-reduced-motion: no-preference) {
html {
scroll-behavior: smooth;
}
}
@media print {
* {
print-color-adjust: exact;
}
body {
padding: 0;
max-width: none;
font-size: 11px;
}
body {
background: none;
}
section,
.verdict {
border-color: #bbb;
}
.verdict {
border-left-color: var(--tone);
}
/* Drawn for the screen, and too wide for paper. */
.plot .uplot,
.plot .u-wrap,
.plot canvas {
width: 100% !important;
}
figure,
tr,
.figures div {
break-inside: avoid;
}
section {
margin-top: 8px;
padding: 6px 10px 8px;
}
th,
td {
padding: 2px 5px;
}
table,
.note,
.legend {
font-size: 10px;
}
.charts {
grid-template-columns: 1fr 1fr;
gap: 6px 14px;
}
.charts.distribution {
grid-template-columns: 1fr 1fr 170px;
}
thead th {
font-size: 9.5px;
white-space: normal;
}
.labels tbody th {
min-width: 90px;
}
.labels thead button {
white-space: normal;
text-align: right;
min-height: 0;
}
.plot {
height: 110px;
}
.off-paper,
.vitals tbody tr:nth-child(n + 21) {
display: none;
}
.scroll {
overflow: visible;
}
.controls,
nav,
#theme,
.skip,
.to-charts,
.pager button,
.chart-data {
display: none !important;
}
}
`;const STYLE_HASH=`sha256-EormIYpcUuw8PPabgqpOJDqzYmkSozOQC6zIbAJ4U90=`;var busy_generators=__webpack_require__(54891);var format=__webpack_require__(48253);;function staticChart(values,label){const greatest=Math.max(...values.map(value=>value??0));if(values.length<2||!(greatest>0))return``;const path=pathOf(values,greatest);return`<svg viewBox="0 0 600 120" preserveAspectRatio="none" role="img" aria-label="${label}"><path d="${path}" fill="none" stroke="currentColor" stroke-width="1.5" vector-effect="non-scaling-stroke"/></svg>`}function pathOf(values,greatest){let isDrawing=false;return values.map((value,index)=>{if(value===null){isDrawing=false;return``}const x=(index/(values.length-1)*600).toFixed(1);const y=(118-value/greatest*114).toFixed(1);const command=isDrawing?`L`:`M`;isDrawing=true;return`${command}${x} ${y}`}).join(``)};function chartsSection(data,busy){const[first]=data.views;if(first===undefined)return``;const hasSeries=data.views.some(view=>view.series!==null);return[hasSeries?overTime(first,data.load,busy):``,distributionSection(data)].join(``)}function overTime(first,load,busy){const figures=[figure(`rate`,`Throughput`,first.series&&rateWords(first.series),first.series?.rate),figure(`percentiles`,`Response times`,first.series&&durationWords(first.series),first.series?.p95??first.series?.mean),figure(`errors`,`Errors`,first.series&&errorWords(first),first.series?.errors??undefined),load?.users?figure(`users`,`Virtual users`,usersWords(load.users),load.users):``,load?.cpuMean?figure(`cpu`,`CPU of the load generators`,cpuWords(load),load.cpuMax??load.cpuMean):``];const note=busy===``?``:`<p class="note busy">${(0,report_escape.ZD)(busy)}</p>`;return`<section id="charts" aria-labelledby="charts-title"><h2 id="charts-title">Over time <small class="view-name">${(0,report_escape.ZD)(first.name)}</small></h2>
<div class="controls" data-needs-script hidden><label>Show <select id="view"></select></label></div>
${note}<div class="charts over-time">${figures.join(``)}</div>
<details class="chart-data" data-needs-script hidden><summary>These charts as a table</summary><div class="scroll" tabindex="0" role="region" aria-label="Charts as a table"></div></details></section>`}function figure(id,title,words,values){const drawing=values===undefined?``:staticChart(values,`${title}: ${words??``}`);return`<figure data-chart="${id}"><figcaption><b>${title}</b> <span class="words">${words??``}</span><span class="legend" aria-hidden="true"></span></figcaption><div class="plot">${drawing}</div></figure>`}function distributionSection(data){if(data.views.every(view=>view.distribution===null))return``;const first=data.views.find(view=>view.distribution!==null);const before=new Map(first?.beforeDistribution?.curve);const cellOf=ms=>`<td>${ms===undefined?`–`:(0,format.a3)(ms)}</td>`;const rows=(first?.distribution?.curve??[]).filter(([percentile])=>[50,75,90,95,99,99.5,99.9,99.99].includes(percentile)).map(([percentile,ms])=>`<tr><th scope="row">p${percentile}</th>${cellOf(ms)}${before.size>0?cellOf(before.get(percentile)):``}</tr>`);const head=before.size>0?`<thead><tr><th scope="col">Percentile</th><th scope="col">This run</th><th scope="col">Baseline</th></tr></thead>`:``;const table=`<table class="curve"><caption class="hidden">Percentiles of ${(0,report_escape.ZD)(first?.name??``)}</caption>${head}<tbody>${rows.join(``)}</tbody></table>`;const hasBars=data.views.some(view=>(view.distribution?.bars.length??0)>0);const bars=hasBars?`<div data-needs-script hidden>${figure(`histogram`,`Response-time distribution`,``,undefined)}</div>`:``;return`<section id="distribution" aria-labelledby="distribution-title"><h2 id="distribution-title">Distribution <small class="view-name">${(0,report_escape.ZD)(first?.name??``)}</small></h2>
<div class="charts distribution${hasBars?``:` no-bars`}">${bars}<div data-needs-script hidden>${figure(`curve`,`Percentiles`,``,undefined)}</div>${table}</div></section>`}function rateWords(series){return`mean ${(0,format.CE)(mean(series.rate))}, maximum ${(0,format.CE)(Math.max(...series.rate))}`}function durationWords(series){const known=(series.p95??series.mean).filter(value=>value!==null);if(known.length===0)return`unknown`;return`${series.p95?`p95`:`mean`} from ${(0,format.a3)(Math.min(...known))} to ${(0,format.a3)(Math.max(...known))}`}function errorWords({errorShare}){if(errorShare===null)return`unknown`;return errorShare===0?`none`:`${(0,format.l9)(errorShare)} of all`}function usersWords(users){return`up to ${(0,format.B4)(Math.max(...users.map(value=>value??0)))}`}function cpuWords({cpuMean,cpuMax}){const greatest=Math.max(...(cpuMax??cpuMean??[]).map(value=>value??0));return`up to ${(0,format.l9)(Math.round(greatest)/100)}`}function mean(values){return values.reduce((sum,value)=>sum+value,0)/Math.max(1,values.length)}var trend_words=__webpack_require__(99266);var usual_changes=__webpack_require__(7711);var key_figures=__webpack_require__(9638);var label_rows=__webpack_require__(94141);var request_subjects=__webpack_require__(18400);;const SIGNS={passed:`✓`,failed:`✕`,inconclusive:`?`,error:`!`,"timed-out":`!`,cancelled:`–`,started:`→`};const DOT=`<span class="dot" aria-hidden="true"> · </span>`;function headSection(presentation){const{verdict,title}=presentation;return`<header class="verdict ${verdict.outcome}">
<p class="kicker">${(0,report_escape.ZD)((0,one_line.$Q)(title??`Load test`,200))}</p>
<h1><span class="icon" aria-hidden="true">${SIGNS[verdict.outcome]}</span> ${(0,report_escape.ZD)((0,verdict_words.L2)(verdict))}</h1>
${messageHtml(verdict.message)}
<p class="run">${runParts(presentation).join(DOT)}</p>
${linksParagraph(presentation)}${baselineParagraph(presentation)}</header>`}function messageHtml(message){const[first=``,...faults]=(0,one_line.$Q)(message,4e3).split(`
`);const items=faults.map(fault=>`<li>${(0,report_escape.ZD)(fault.replace(/^- /,``))}</li>`);const list=items.length===0?``:`<ul class="message">${items.join(``)}</ul>`;return`<p class="message">${(0,report_escape.ZD)(first)}</p>${list}`}function runParts({run,verdict}){const parts=[linkHtml((0,run_words.Zb)(run),run.url),run.test===undefined?``:`test <b>${(0,report_escape.ZD)((0,one_line.$Q)(run.test,200))}</b>`,run.state===undefined?``:`state ${(0,report_escape.ZD)((0,one_line.$Q)(run.state,60))}`,...(0,run_words.B3)(run),!verdict.failsStep&&verdict.outcome!==`passed`?`does not fail the step`:``];return parts.filter(part=>part!==``)}function linksParagraph(presentation){const links=(0,run_words.hP)(presentation).map(({name,url})=>linkHtml(name,url));return links.length===0?``:`<p class="run">${links.join(DOT)}</p>\n`}function baselineParagraph({verdict}){return(0,run_words.Rj)(verdict).map(line=>`<p class="run">${(0,report_escape.ZD)(line)}</p>\n`).join(``)}function linkHtml(text,url){const address=(0,report_escape.Pl)(url);if(address===undefined)return(0,report_escape.ZD)(text);return`<a href="${(0,report_escape.ZD)(address)}" rel="noreferrer">${(0,report_escape.ZD)(text)}</a>`}function warningsSection(presentation){const warnings=(0,run_words.hc)(presentation);if(warnings.length===0)return``;const items=warnings.slice(0,100).map(warning=>`<li>${(0,report_escape.ZD)((0,one_line.$Q)(warning,1e3))}</li>`);if(warnings.length>100)items.push(`<li>and ${warnings.length-100} more warnings</li>`);return`<section class="warnings" aria-labelledby="warnings-title"><h2 id="warnings-title">Read this first</h2><ul>${items.join(``)}</ul></section>`}function changesSection({verdict}){const changes=(0,usual_changes.Z)(verdict);if(changes.length===0)return``;const items=changes.map(change=>`<li>${(0,report_escape.ZD)((0,one_line.$Q)(change,1e3))}</li>`);return`<section class="changes" aria-labelledby="changes-title"><h2 id="changes-title">The usual has changed</h2><ul>${items.join(``)}</ul></section>`}function figuresSection(presentation){const figures=(0,key_figures.FK)(presentation);if(figures.length===0)return``;const subject=(0,label_rows.wV)(presentation.measurements)??``;const subjectsNote=(0,request_subjects.l)(presentation.measurements);const note=subjectsNote===undefined?``:`<p class="note">${(0,report_escape.ZD)(subjectsNote)}</p>`;return`<section id="figures" aria-labelledby="figures-title"><h2 id="figures-title">Key figures <small>all ${subject}</small></h2><dl class="figures n${figures.length}">${figures.map(figureHtml).join(``)}</dl>${note}</section>`}function figureHtml(figure){const change=figure.change===undefined?``:`<dd class="change ${figure.change.tone}">${(0,report_escape.ZD)(figure.change.text)}${toneWord(figure)}</dd><dd class="before">was ${(0,report_escape.ZD)(figure.before??``)}</dd>`;return`<div><dt>${(0,report_escape.ZD)(figure.name)}</dt><dd class="value">${(0,report_escape.ZD)(figure.value)}</dd>${change}</div>`}function toneWord({change}){return change?.tone===`better`||change?.tone===`worse`?` ${change.tone}`:``}function artifactsSection({artifacts}){if(artifacts.length===0)return``;const items=artifacts.map(artifact=>`<li>${linkHtml((0,one_line.$Q)(artifact.name,300),artifact.url)} <small>${(0,format.z3)(artifact.sizeBytes)}</small></li>`);return`<section aria-labelledby="artifacts-title"><h2 id="artifacts-title">Artifacts</h2><ul class="plain">${items.join(``)}</ul></section>`};const WIDTH=320;const HEIGHT=96;const LEFT=58;const RIGHT=8;const TOP=10;const BOTTOM=10;const LINE_HEIGHT=12;function runTrendChart(trend,name){const{points,limit,since}=trend;const values=[...points.flatMap(({value})=>value??[]),...limit===undefined?[]:[limit]];const[low,high]=[Math.min(...values),Math.max(...values)];const room=Math.max(high-low,high*.2)*.15||1;const[bottom,top]=[Math.max(0,Math.min(low,high*.8)-room),high+room];const step=(WIDTH-LEFT-RIGHT)/points.length;const x=index=>(LEFT+(index+.5)*step).toFixed(1);const y=value=>(TOP+(top-value)/(top-bottom)*(HEIGHT-TOP-BOTTOM)).toFixed(1);const shapes=[limit===undefined?``:`<line class="limit" x1="${LEFT}" y1="${y(limit)}" x2="${WIDTH-RIGHT}" y2="${y(limit)}"/>`,since===undefined?``:`<line class="level" x1="${x(since.index-.5)}" y1="${TOP}" x2="${x(since.index-.5)}" y2="${HEIGHT-BOTTOM}"/>`,`<path class="run-line" d="${run_trend_chart_pathOf(points,x,y)}"/>`,...points.map((point,index)=>dotOf(trend,point,{x:x(index),y,isNow:index===points.length-1})),...marksOf(points,limit,y).map(value=>`<text x="${LEFT-6}" y="${Number(y(value))+4}" text-anchor="end">${(0,report_escape.ZD)((0,trend_words.MF)(trend,value))}</text>`)];return`<svg class="trend-chart small" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${name}">${shapes.join(``)}</svg>`}function run_trend_chart_pathOf(points,x,y){let isDrawing=false;return points.map(({value},index)=>{const command=isDrawing?`L`:`M`;isDrawing=value!==undefined;return value===undefined?``:`${command}${x(index)} ${y(value)}`}).join(``)}function dotOf(trend,point,at){if(point.value===undefined)return``;const title=`<title>${(0,report_escape.ZD)(`${at.isNow?`this run`:(0,trend_words.rt)(point)}: ${(0,trend_words.MF)(trend,point.value)}`)}</title>`;const dot=`<circle class="dot${at.isNow?` now`:``}" cx="${at.x}" cy="${at.y(point.value)}" r="3.5">${title}</circle>`;const url=at.isNow?undefined:(0,report_escape.Pl)(point.url);return url===undefined?dot:`<a href="${(0,report_escape.ZD)(url)}" tabindex="-1">${dot}</a>`}function marksOf(points,limit,y){const known=points.flatMap(({value})=>value??[]);const marks=[];for(const value of[known.at(-1),limit,Math.max(...known),Math.min(...known)]){if(value===undefined||marks.some(mark=>Math.abs(Number(y(value))-Number(y(mark)))<LINE_HEIGHT))continue;marks.push(value)}return marks};function trendsSection({trends=[]}){if(trends.length===0)return``;const longest=Math.max(...trends.map(({points})=>points.length));return`<section id="trend" aria-labelledby="trend-title"><h2 id="trend-title">Trend <small>the last ${longest} runs, this one included</small></h2>
<div class="trends">${trends.map(figureOf).join(``)}</div>
<details><summary>The runs as a table</summary>${tableOf(trends)}</details></section>`}function figureOf(trend){const name=(0,report_escape.ZD)((0,trend_words.j4)(trend));const last=trend.points.at(-1)?.value;const isBad=trend.kind===`criterion`;const state=isBad?`<span class="status failed">failed</span> `:``;const value=last===undefined?``:` <span class="value">${(0,report_escape.ZD)((0,trend_words.MF)(trend,last))}</span>`;const words=(0,trend_words.bS)(trend);return`<figure class="run-trend${isBad?` failing`:``}"><figcaption>${state}<b>${name}</b>${value}</figcaption>
${runTrendChart(trend,`${name}: ${(0,report_escape.ZD)((0,trend_words.qy)(trend))}`)}${words===``?``:`<p class="note">${sinceHtml(trend,words)}</p>`}</figure>`}function sinceHtml({points,since},words){const url=since===undefined||since.index===points.length-1?undefined:points[since.index]?.url;return url===undefined?(0,report_escape.ZD)(words):linkHtml(words,url)}function tableOf(trends){const[first]=trends;const rows=(first?.points??[]).map((point,index)=>{const isNow=index===(first?.points.length??0)-1;const run=isNow?`this run`:linkHtml(point.runId===undefined?`run`:`run ${point.runId}`,point.url);const values=trends.map(trend=>{const value=trend.points[index]?.value;return`<td class="n">${value===undefined?`–`:(0,report_escape.ZD)((0,trend_words.MF)(trend,value))}</td>`});const commit=(0,report_escape.ZD)((point.commit??``).slice(0,7))||`–`;return`<tr><th scope="row">${run}</th><td>${(0,trend_words.kb)(point)||`–`}</td><td>${commit}</td>${values.join(``)}</tr>`});const heads=trends.map(trend=>`<th scope="col" class="n">${(0,report_escape.ZD)((0,trend_words.j4)(trend))}</th>`);return`<div class="scroll" tabindex="0" role="region" aria-label="Runs of the trend"><table><caption class="hidden">Runs of the trend</caption><thead><tr><th scope="col">Run</th><th scope="col">Ended</th><th scope="col">Commit</th>${heads.join(``)}</tr></thead><tbody>${rows.join(``)}</tbody></table></div>`}var effective_status=__webpack_require__(51495);var figures=__webpack_require__(87291);;const trend_chart_WIDTH=600;const trend_chart_HEIGHT=170;const trend_chart_LEFT=64;const trend_chart_RIGHT=12;const trend_chart_TOP=10;const trend_chart_BOTTOM=24;const MARGIN=.12;const trend_chart_LINE_HEIGHT=12;function trendValue({dimension},value){const inBase=dimension===`share`?value*100:value;return(0,figures.w9)(inBase,(0,figures.ro)(inBase,dimension))}function pointName(point){const commit=point.commit===undefined?``:`commit ${point.commit.slice(0,7)}`;return[(0,trend_words.kb)(point),commit].filter(part=>part!==``).join(`, `)||`run`}function trendChart(trend,name){const scales=scalesOf(trend);const{earlier,now}=trend;const shapes=[axisOf(trend,scales),bandOf(trend,scales),levelOf(trend,scales),...earlier.map((point,index)=>trend_chart_dotOf(trend,scales,{point,index})),...now.map((point,index)=>diamondOf(trend,scales,{point,index:earlier.length+index})),daysOf(trend,scales)];return`<svg class="trend-chart" viewBox="0 0 ${trend_chart_WIDTH} ${trend_chart_HEIGHT}" role="img" aria-label="${name}">${shapes.join(``)}</svg>`}function scalesOf({earlier,now,band,formerUsual}){const known=[...earlier,...now].flatMap(({value})=>value??[]);const values=[...known,band.low,band.high,...formerUsual===undefined?[]:[formerUsual]];const[low,high]=[Math.min(...values),Math.max(...values)];const room=(high-low||Math.abs(high)||1)*MARGIN;const[bottom,top]=[Math.max(0,low-room),high+room];const step=(trend_chart_WIDTH-trend_chart_LEFT-trend_chart_RIGHT)/(earlier.length+now.length);return{x:index=>trend_chart_LEFT+(index+.5)*step,y:value=>trend_chart_TOP+(top-value)/(top-bottom)*(trend_chart_HEIGHT-trend_chart_TOP-trend_chart_BOTTOM)}}const at=value=>value.toFixed(1);function line(kind,from,to){return`<line class="${kind}" x1="${at(from[0])}" y1="${at(from[1])}" x2="${at(to[0])}" y2="${at(to[1])}"/>`}function axisOf(trend,{y}){const{usual,band,now,formerUsual}=trend;const marks=[];for(const value of[usual,now.at(-1)?.value,formerUsual,band.high,band.low]){if(value===undefined||marks.some(mark=>Math.abs(y(value)-y(mark))<trend_chart_LINE_HEIGHT))continue;marks.push(value)}return marks.map(value=>`<text x="${trend_chart_LEFT-8}" y="${at(y(value)+4)}" text-anchor="end">${(0,report_escape.ZD)(trendValue(trend,value))}</text>`).join(``)}function bandOf({earlier,now,band,usual,levelStart},{x,y}){const half=x(1)-x(0);const[from,to]=[x(levelStart)-half/2,x(earlier.length+now.length-1)+half/2];const rect=`<rect class="band" x="${at(from)}" y="${at(y(band.high))}" width="${at(to-from)}" height="${at(Math.max(1,y(band.low)-y(band.high)))}"/>`;return rect+line(`usual`,[from,y(usual)],[to,y(usual)])}function levelOf({levelStart,formerUsual},{x,y}){if(formerUsual===undefined)return``;const begin=x(levelStart)-(x(1)-x(0))/2;return line(`former`,[trend_chart_LEFT,y(formerUsual)],[begin,y(formerUsual)])+line(`level`,[begin,trend_chart_TOP],[begin,trend_chart_HEIGHT-trend_chart_BOTTOM])}function trend_chart_dotOf(trend,{x,y},{point,index}){if(point.value===undefined)return``;const kind=index<trend.levelStart?`dot old`:`dot`;return`<circle class="${kind}" cx="${at(x(index))}" cy="${at(y(point.value))}" r="3.5">${titleOf(trend,point)}</circle>`}function diamondOf(trend,{x,y},{point,index}){if(point.value===undefined)return``;const[cx,cy]=[x(index),y(point.value)];const corners=[[cx,cy-6],[cx+6,cy],[cx,cy+6],[cx-6,cy]];return`<polygon class="diamond" points="${corners.map(corner=>corner.map(at).join(`,`)).join(` `)}">${titleOf(trend,point)}</polygon>`}function titleOf(trend,point){return`<title>${(0,report_escape.ZD)(`${pointName(point)}: ${trendValue(trend,point.value??0)}`)}</title>`}function daysOf({earlier,levelStart,formerUsual},{x}){const text=(words,where,anchor)=>words===``?``:`<text x="${at(where)}" y="${trend_chart_HEIGHT-8}" text-anchor="${anchor}">${(0,report_escape.ZD)(words)}</text>`;const first=earlier[0]?(0,trend_words.kb)(earlier[0]):``;const since=formerUsual===undefined||!earlier[levelStart]?``:(0,trend_words.kb)(earlier[levelStart]);const middle=x(levelStart);const fits=middle>trend_chart_LEFT+110&&middle<trend_chart_WIDTH-trend_chart_RIGHT-130;return text(first,trend_chart_LEFT,`start`)+(fits?text(since,middle,`middle`):``)+text(`this commit`,trend_chart_WIDTH-trend_chart_RIGHT,`end`)};const MOST_CHARTS=36;function usualSection({verdict}){const all=(0,effective_status.md)(verdict.criteria).flatMap(criterion=>(criterion.usual?.trends??[]).map(trend=>({criterion,trend})));const shown=all.slice(0,MOST_CHARTS);if(shown.length===0)return``;const others=verdict.criteria.filter(({usual})=>usual!==undefined&&usual.trends===undefined);const note=others.length===0?``:`<p class="note">Only the criteria that matter most have a chart; ${(0,format.So)(others.length,`more is`,`more are`)} judged by the usual.</p>`;return`<section id="usual" aria-labelledby="usual-title"><h2 id="usual-title">Against the usual <small>earlier runs, and this one</small></h2>
${LEGEND}
<div class="charts">${shown.map(usual_section_figureOf).join(``)}</div>${note}</section>`}const LEGEND=`<p class="trend-legend" aria-hidden="true"><span><i class="dot"></i>earlier run</span><span><i class="dot old"></i>earlier run, not counted</span><span><i class="diamond"></i>this commit</span><span><i class="line"></i>usual</span><span><i class="band"></i>95 of 100 unchanged runs</span></p>`;function usual_section_figureOf({criterion,trend}){const{word}=verdict_words.ly[(0,effective_status.Z2)(criterion)];const name=nameOf(criterion,trend);return`<figure class="trend ${trend.word}"><figcaption><span class="status ${(0,effective_status.Z2)(criterion)}">${word}</span> <b>${(0,report_escape.ZD)(name)}</b></figcaption>
<p class="note">${(0,report_escape.ZD)((0,one_line.$Q)(trend.text,400))}</p>${trendChart(trend,(0,report_escape.ZD)(`${name}: ${(0,one_line.$Q)(trend.text,400)}`))}
<details><summary>As a table</summary>${usual_section_tableOf(trend,name)}</details></figure>`}function nameOf({criterion,label},trend){const what=(0,one_line.$Q)(criterion,200);return trend.label===``||label!==undefined?what:`${(0,one_line.ko)(trend.label,120)}: ${what}`}function usual_section_tableOf(trend,name){const{earlier,now,levelStart,formerUsual}=trend;const rows=[...earlier.map((point,index)=>rowOf(trend,point,index===levelStart&&formerUsual!==undefined?`a new level begins`:``)),...now.map(point=>rowOf(trend,point,`this commit`))];return`<div class="scroll" tabindex="0" role="region" aria-label="Runs of ${(0,report_escape.ZD)(name)}"><table><caption class="hidden">Runs of ${(0,report_escape.ZD)(name)}</caption><thead><tr><th scope="col">Run</th><th scope="col">Ended</th><th scope="col">Commit</th><th scope="col" class="n">Value</th><th scope="col">Note</th></tr></thead><tbody>${rows.join(``)}</tbody></table></div>`}function rowOf(trend,point,note){const{runId=``,url,commit=``,value}=point;const cells=[`<td>${(0,trend_words.kb)(point)||`–`}</td>`,`<td>${(0,report_escape.ZD)(commit.slice(0,7))||`–`}</td>`,`<td class="n">${value===undefined?`–`:(0,report_escape.ZD)(trendValue(trend,value))}</td>`,`<td>${note}</td>`];return`<tr><th scope="row">${linkHtml(runId===``?pointName(point):runId,url)}</th>${cells.join(``)}</tr>`}var changed_labels=__webpack_require__(41993);;const LABEL_COLUMNS=[{key:`count`,title:`Count`,format:format.B4},{key:`errors`,title:`Errors`,format:format.B4},{key:`errorShare`,title:`Error rate`,format:format.l9},{key:`rate`,title:`Throughput`,format:format.CE},{key:`mean`,title:`Mean`,format:format.a3},{key:`p50`,title:`p50`,format:format.a3},{key:`p95`,title:`p95`,format:format.a3},{key:`p99`,title:`p99`,format:format.a3},{key:`max`,title:`Max`,format:format.a3},{key:`beforeP95`,title:`Baseline p95`,format:format.a3},{key:`change`,title:`Change of p95`,format:()=>``}];function knownColumns(rows){return LABEL_COLUMNS.filter(column=>rows.some(row=>row[column.key]!==null))}function labelRowHtml(row,subject,columns){const cells=columns.map(column=>`<td data-th="${column.title}"${cellClass(row,column)}>${cellHtml(row,column)}</td>`).join(``);const chart=row.view===null?``:` <button type="button" class="to-charts" data-view="${row.view}" aria-label="Show charts of ${(0,report_escape.ZD)(row.name)}">charts</button>`;return`<tr id="${labelId(subject,row.index)}" tabindex="-1"><th scope="row" class="whole"><span class="name">${(0,report_escape.ZD)(row.name)}</span>${chart}</th>${cells}</tr>`}function labelId(subject,index){return`label-${subject}-${index}`}function cellClass(row,column){const hasErrors=(column.key===`errors`||column.key===`errorShare`)&&(row.errors??0)>0;return hasErrors?` class="bad"`:``}function cellHtml(row,column){if(column.key===`change`)return changeHtml(row);const value=row[column.key];return typeof value===`number`?(0,report_escape.ZD)(column.format(value,row)):`<span class="unknown">–</span>`}function changeHtml(row){if(row.isNew)return`<span class="change neutral">new</span>`;if(row.p95===null||row.beforeP95===null)return`<span class="unknown">–</span>`;return`<span class="change ${row.tone}">${(0,report_escape.ZD)((0,format.eD)(row.p95,row.beforeP95))}</span>`};const MOST_OPEN=8;const MOST_ROWS=50;const MOST_NAMED=20;function shownLabels(changes){return changes?.changed.slice(0,MOST_OPEN+MOST_ROWS).map(({now})=>now.label)??[]}function changedSection(changes,findLabel){if(changes===undefined)return``;const{subject,changed,added,vanished,compared}=changes;const parts=[changed.length===0?`<p class="note">None of ${(0,format.So)(compared,`label`,`labels`)} changed by more than chance explains.</p>`:tableHtml(changed.slice(0,MOST_OPEN),`What changed most`,findLabel),foldedHtml(changed.slice(MOST_OPEN),findLabel),named(`New`,added),named(`No longer there`,vanished)];return`<section id="changed" aria-labelledby="changed-title"><h2 id="changed-title">What changed most <small>${subject}, against the baseline</small></h2>${parts.join(``)}</section>`}function foldedHtml(changed,findLabel){if(changed.length===0)return``;const rest=changed.length-MOST_ROWS;const note=rest>0?`<p class="note">${(0,format.B4)(rest)} more changed; the table of labels has all of them.</p>`:``;return`<details><summary>${(0,format.B4)(changed.length)} more</summary>${tableHtml(changed.slice(0,MOST_ROWS),`More that changed`,findLabel)}${note}</details>`}function tableHtml(changed,caption,findLabel){const rows=changed.map(one=>rowHtml(one,findLabel));return`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="changed cards"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Label</th><th scope="col">Figure</th><th scope="col" class="n">Baseline</th><th scope="col" class="n">This run</th><th scope="col" class="n">Change</th><th scope="col">Also changed</th></tr></thead>
<tbody>${rows.join(`
`)}</tbody></table></div>`}function rowHtml({subject,now,figures:[first,...others]},findLabel){if(first===undefined)return``;const index=findLabel(subject,now.label);const name=`<code>${(0,report_escape.ZD)((0,one_line.ko)(now.label,200))}</code>`;const linked=index===undefined?name:`<a href="#${labelId(subject,index)}">${name}</a>`;const cells=[`<td data-th="Figure">${(0,report_escape.ZD)(first.name)}</td>`,`<td class="n" data-th="Baseline">${(0,report_escape.ZD)(first.before)}</td>`,`<td class="n" data-th="This run">${(0,report_escape.ZD)(first.value)}</td>`,`<td class="n" data-th="Change">${changed_section_changeHtml(first)}</td>`,`<td class="whole" data-th="Also changed">${others.map(one=>(0,report_escape.ZD)((0,changed_labels.Fs)(one))).join(`, `)}</td>`];return`<tr><th scope="row" class="whole">${linked}</th>${cells.join(``)}</tr>`}function changed_section_changeHtml({change}){const word=change.tone===`better`||change.tone===`worse`?` ${change.tone}`:``;return`<span class="change ${change.tone}">${(0,report_escape.ZD)(change.text)}${word}</span>`}function named(title,labels){if(labels.length===0)return``;const shown=labels.slice(0,MOST_NAMED).map(label=>`<code>${(0,report_escape.ZD)((0,one_line.ko)(label,120))}</code>`);const rest=labels.length-shown.length;return`<p><b>${title}</b>: ${shown.join(`, `)}${rest>0?` and ${(0,format.B4)(rest)} more`:``}</p>`}var criterion_words=__webpack_require__(58496);;const criteria_section_MOST_ROWS=1e3;const MOST_UNFOLDED=25;function criteriaSection({verdict},findLabel){const sorted=(0,effective_status.md)(verdict.criteria);if(sorted.length===0)return``;const noted=sorted.filter(criterion=>(0,effective_status.Z2)(criterion)!==`passed`);const open=sorted.length<=MOST_UNFOLDED?sorted:noted.slice(0,MOST_UNFOLDED);const title=`<h2 id="criteria-title">Criteria <small>${(0,report_escape.ZD)((0,verdict_words.Pe)((0,verdict_words.ip)(sorted)))}</small></h2>`;const tables=[criteria_section_tableHtml(open,`Criteria`,findLabel),criteria_section_foldedHtml(noted.slice(open.length),`more to look at`,findLabel),criteria_section_foldedHtml(sorted.slice(Math.max(noted.length,open.length)),`passed`,findLabel)];return`<section id="criteria" aria-labelledby="criteria-title">${title}${tables.join(``)}</section>`}function criteria_section_foldedHtml(criteria,words,findLabel){if(criteria.length===0)return``;const caption=`Criteria: ${words}`;return`<details><summary>${(0,format.B4)(criteria.length)} ${words}</summary>${criteria_section_tableHtml(criteria,caption,findLabel)}</details>`}function criteria_section_tableHtml(criteria,caption,findLabel){if(criteria.length===0)return``;const rows=criteria.slice(0,criteria_section_MOST_ROWS).map(criterion=>criteria_section_rowHtml(criterion,findLabel));const rest=criteria.length-rows.length;const note=rest>0?`<p class="note">${(0,format.B4)(rows.length)} of ${(0,format.B4)(criteria.length)} shown; the other ${(0,format.B4)(rest)} are in <code>criteria.json</code>.</p>`:``;return`<div class="scroll" tabindex="0" role="region" aria-label="${caption}"><table class="criteria cards"><caption class="hidden">${caption}</caption>
<thead><tr><th scope="col">Status</th><th scope="col">Criterion</th><th scope="col" class="n">Observed</th><th scope="col" class="n">Limit</th><th scope="col" class="n">Margin</th></tr></thead>
<tbody>${rows.join(`
`)}</tbody></table></div>${note}`}function criteria_section_rowHtml(criterion,findLabel){const status=(0,effective_status.Z2)(criterion);const statusCell=`<td><span class="status ${status}">${verdict_words.ly[status].word}</span></td>`;const what=`<td class="whole">${criterionHtml(criterion,findLabel)}${notesHtml(criterion,findLabel)}</td>`;const figures=[figureCell(criterion.observed,`Observed`),figureCell(criterion.limit,`Limit`),figureCell(criterion.margin,`Margin`)];return`<tr>${statusCell}${what}${figures.join(``)}</tr>`}function figureCell(text,title){return`<td class="n" data-th="${title}">${(0,report_escape.ZD)((0,one_line.$Q)(text??``,200))}</td>`}function criterionHtml(criterion,findLabel){const code=`<code>${(0,report_escape.ZD)((0,one_line.$Q)(criterion.criterion,600))}</code>`;return labelLink(code,criterion.subject,criterion.label,findLabel)}function labelLink(html,subject,label,findLabel){if(subject===undefined||label===undefined)return html;const index=findLabel(subject,label);return index===undefined?html:`<a href="#${labelId(subject,index)}">${html}</a>`}function notesHtml(criterion,findLabel){const isPassed=criterion.status===`passed`;const notes=[isPassed?``:(0,report_escape.ZD)((0,one_line.$Q)((0,criterion_words.PG)(criterion),1e3)),(0,report_escape.ZD)((0,criterion_words.Xw)(criterion)),(0,report_escape.ZD)((0,one_line.$Q)((0,criterion_words.Is)(criterion),600)),criterion.waiver===undefined?``:(0,report_escape.ZD)((0,one_line.$Q)((0,criterion_words.bc)(criterion.waiver),600))];const words=notes.filter(note=>note!==``).map(note=>`<p class="note">${note}</p>`);return words.join(``)+(isPassed?``:breachesHtml(criterion,findLabel))}const MOST_BREACHES=20;function breachesHtml(criterion,findLabel){const shown=(criterion.breaches??[]).slice(0,MOST_BREACHES);if(shown.length===0)return``;const rows=shown.map(breach=>{const name=`<code>${(0,report_escape.ZD)((0,one_line.ko)(breach.label,200))}</code>`;const linked=labelLink(name,criterion.subject,breach.label,findLabel);const limit=breach.limit??criterion.limit;return`<tr><th scope="row">${linked}</th>${figureCell(breach.observed,`Observed`)}${figureCell(limit,`Limit`)}</tr>`});const rest=(0,criterion_words.v4)(criterion)-shown.length;const more=rest>0?`<p class="note">and ${(0,format.B4)(rest)} more</p>`:``;return`<table class="breaches"><caption class="hidden">Labels that broke it</caption><thead><tr><th scope="col">Label</th><th scope="col" class="n">Observed</th><th scope="col" class="n">Limit</th></tr></thead><tbody>${rows.join(``)}</tbody></table>${more}`}var error_rows=__webpack_require__(93145);;const errors_section_MOST_OPEN=15;const MOST_EVENTS=50;function errorsSection({measurements,run}){const rows=(0,error_rows.GI)(measurements);const events=measurements?.events??[];if(rows.length===0&&events.length===0)return``;const open=errors_section_tableHtml(rows.slice(0,errors_section_MOST_OPEN),run.startedAtMs);const rest=rows.slice(errors_section_MOST_OPEN);const folded=rest.length===0?``:`<details><summary>${(0,format.So)(rest.length,`more kind`,`more kinds`)}</summary>${errors_section_tableHtml(rest,run.startedAtMs)}</details>`;const unlisted=(0,error_rows.Ap)(measurements);const note=unlisted===0?``:`<p class="note">${(0,format.B4)(unlisted)} errors of further kinds are counted only.</p>`;const title=`<h2 id="errors-title">Errors <small>${(0,format.So)(rows.length,`kind`,`kinds`)}</small></h2>`;return`<section id="errors" aria-labelledby="errors-title">${title}${open}${folded}${note}${eventsHtml(events)}</section>`}function errors_section_tableHtml(rows,startedAtMs){if(rows.length===0)return``;const body=rows.map(row=>errors_section_rowHtml(row,startedAtMs)).join(`
`);return`<div class="scroll" tabindex="0" role="region" aria-label="Errors by kind"><table class="errors cards"><caption class="hidden">Errors by kind</caption>
<thead><tr><th scope="col">Error</th><th scope="col">Label</th><th scope="col" class="n">Count</th><th scope="col" class="n">First</th><th scope="col" class="n">Last</th></tr></thead>
<tbody>${body}</tbody></table></div>`}function errors_section_rowHtml(row,startedAtMs){const sample=row.sample===undefined?``:`<p class="note">${(0,report_escape.ZD)((0,one_line.$Q)(row.sample,300))}</p>`;const label=row.label===undefined?`all together`:`<code>${(0,report_escape.ZD)((0,one_line.ko)(row.label,200))}</code>`;const cells=[`<td class="whole"><b>${(0,report_escape.ZD)((0,one_line.$Q)((0,error_rows.bh)(row),300))}</b>${sample}</td>`,`<td class="whole">${label} <small>${row.subject}</small></td>`,`<td class="n" data-th="Count">${(0,format.B4)(row.count)}</td>`,`<td class="n" data-th="First">${timeHtml(row.firstAtMs,startedAtMs)}</td>`,`<td class="n" data-th="Last">${timeHtml(row.lastAtMs,startedAtMs)}</td>`];return`<tr>${cells.join(``)}</tr>`}function timeHtml(ms,startedAtMs){if(ms===undefined)return`–`;const isWithin=startedAtMs!==undefined&&ms>=startedAtMs;const elapsed=isWithin?` <small>after ${(0,format.a3)(ms-startedAtMs)}</small>`:``;return`${(0,error_rows.ie)(ms)}${elapsed}`}function eventsHtml(events){if(events.length===0)return``;const items=events.slice(0,MOST_EVENTS).map(({name,testCase,message,count})=>{const where=testCase===undefined?``:` in <code>${(0,report_escape.ZD)((0,one_line.ko)(testCase,200))}</code>`;const words=message===undefined?``:`: ${(0,report_escape.ZD)((0,one_line.$Q)(message,300))}`;return`<li>${(0,format.B4)(count)} × <b>${(0,report_escape.ZD)((0,one_line.$Q)(name,200))}</b>${where}${words}</li>`});return`<details><summary>${(0,format.So)(events.length,`event`,`events`)} that the test reported</summary><ul class="plain">${items.join(``)}</ul></details>`}var web_vitals=__webpack_require__(30195);var summary_details=__webpack_require__(1255);;function factsSection(presentation){const facts=runFacts(presentation);if(facts.length<=1)return``;const items=facts.map(([name,value])=>`<div><dt>${(0,report_escape.ZD)((0,one_line.$Q)(name,200))}</dt><dd>${(0,report_escape.ZD)((0,one_line.$Q)(value,1e3))}</dd></div>`);return`<section id="facts" aria-labelledby="facts-title"><h2 id="facts-title">Run facts</h2><dl class="facts">${items.join(``)}</dl></section>`}function runFacts({run,facts,measurements}){const known=[[`Mode`,run.mode],[`State at the service`,run.state],[`Started`,run.startedAtMs===undefined?undefined:(0,format.fU)(run.startedAtMs)],[`Finished`,run.finishedAtMs===undefined?undefined:(0,format.fU)(run.finishedAtMs)],[`Commit`,measurements?.run.commit],...facts,...(measurements?.run.loadProfile??[]).map(entry=>[`Load: ${entry.name}`,entry.settings.map(([name,value])=>`${name} ${value}`).join(`, `)]),...(measurements?.agents??[]).map(agent=>[`Agent ${agent.agent}`,(0,summary_details.IC)(agent)])];return known.flatMap(([name,value])=>value===undefined?[]:[[name,value]])}function scorecardSection(scorecard){if(scorecard===undefined)return``;const order=[`ERROR`,`NOTPASSED`,`SKIPPED`,`PASSED`];const rows=scorecard.rules.toSorted((a,b)=>order.indexOf(a.result)-order.indexOf(b.result)).slice(0,200).map(rule=>{const status=rule.result===`PASSED`?`passed`:rule.testFailed?`failed`:rule.result===`ERROR`?`error`:`skipped`;const word={PASSED:`passed`,NOTPASSED:`not passed`,SKIPPED:`skipped`,ERROR:`error`}[rule.result];return`<tr><td><span class="status ${status}">${word}</span></td><td>${(0,report_escape.ZD)((0,one_line.$Q)(`${rule.group} / ${rule.rule}`,300))}</td><td class="n">${rule.points??``}</td><td>${(0,report_escape.ZD)((0,one_line.$Q)(rule.message??``,600))}</td></tr>`});return`<section id="scorecard" aria-labelledby="scorecard-title"><h2 id="scorecard-title">Scorecard <small>${(0,report_escape.ZD)((0,summary_details.Jo)(scorecard))}</small></h2><div class="scroll" tabindex="0" role="region" aria-label="Scorecard"><table><caption class="hidden">Rules of the scorecard</caption><thead><tr><th scope="col">Result</th><th scope="col">Rule</th><th scope="col" class="n">Points</th><th scope="col">Message</th></tr></thead><tbody>${rows.join(``)}</tbody></table></div></section>`}const MOST_PAGES=500;function vitalsSection(vitals){if(vitals===undefined||vitals.length===0)return``;const{names,pages}=(0,web_vitals.v)(vitals);const head=names.map(name=>`<th scope="col" class="n">${(0,report_escape.ZD)((0,one_line.$Q)(name,20))}</th>`);const rows=pages.slice(0,MOST_PAGES).map(({page,cells})=>`<tr><th scope="row">${(0,report_escape.ZD)((0,one_line.ko)(page,200))}</th>${cells.map(vitalCell).join(``)}</tr>`);const rest=pages.length-rows.length;const more=rest>0?`<p class="note">${(0,format.So)(rest,`more page`,`more pages`)} in the report.</p>`:``;return`<section aria-labelledby="vitals-title"><h2 id="vitals-title">Web vitals</h2><div class="scroll" tabindex="0" role="region" aria-label="Web vitals"><table class="vitals"><caption class="hidden">Web vitals by page</caption><thead><tr><th scope="col">Page</th>${head.join(``)}</tr></thead><tbody>${rows.join(``)}</tbody></table></div>${more}</section>`}function vitalCell(cell){if(cell===undefined)return`<td class="n">–</td>`;const rating=cell.rating===``?``:` <small>${(0,report_escape.ZD)((0,one_line.$Q)(cell.rating,40))}</small>`;return`<td class="n">${(0,report_escape.ZD)(cell.value)}${rating}</td>`};const STATIC_ROWS=100;const PRINTED_ROWS=50;function labelsSection(data,linked,findLabel){const subject=data.subjects.find(({rows})=>rows.length>0);if(subject===undefined)return``;const rows=staticRows(subject,linked,findLabel);const columns=knownColumns(subject.rows);const head=columns.map(column=>`<th scope="col" data-key="${column.key}">${column.title}</th>`).join(``);const broken=new Set(subject.broken);const body=rows.map((row,position)=>{const html=labelRowHtml({...row,view:null},subject.name,columns);const isPrinted=position<PRINTED_ROWS||broken.has(row.index);return isPrinted?html:html.replace(` tabindex`,` class="off-paper" tabindex`)}).join(`
`);return`<section id="labels" aria-labelledby="labels-title"><h2 id="labels-title">Labels <small>${(0,report_escape.ZD)(subjectCounts(data))}</small></h2>
<div class="controls" data-needs-script hidden><label>Subject <select id="subject"></select></label><label>Search <input id="search" type="search" autocomplete="off" spellcheck="false"></label><label><input id="only-errors" type="checkbox"> with errors only</label></div>
<div class="scroll" tabindex="0" role="region" aria-label="Labels"><table id="label-table" class="labels cards"><caption class="hidden">Labels of ${subject.name}</caption><thead><tr><th scope="col" data-key="name">Label</th>${head}</tr></thead>
<tbody>${body}</tbody></table></div>
<div class="pager"><p id="label-count" role="status">${shownInWords(rows.length,subject.rows.length)}</p><div data-needs-script hidden><button type="button" id="previous">Previous</button> <button type="button" id="next">Next</button></div></div></section>`}function subjectCounts(data){return data.subjects.map(({name,rows})=>`${(0,format.B4)(rows.length)} ${name}`).join(`, `)}function shownInWords(shown,all){if(shown===all)return(0,format.So)(all,`label`,`labels`);return`${(0,format.B4)(shown)} of ${(0,format.B4)(all)} labels: the slowest, those of criteria, and those that changed most. If scripts are enabled, the page shows all.`}function staticRows(subject,{criteria,labels},findLabel){const ofCriteria=criteria.filter(criterion=>criterion.subject===subject.name&&criterion.label!==undefined).slice(0,STATIC_ROWS).map(({label=``})=>label);const linked=new Set([...ofCriteria,...labels].map(label=>findLabel(subject.name,label)));const slowestFirst=subject.rows.toSorted((a,b)=>(b.p95??b.mean??0)-(a.p95??a.mean??0));return slowestFirst.filter((row,position)=>position<STATIC_ROWS||linked.has(row.index))};const PACKED_KEYS=[`count`,`errors`,`rate`,`mean`,`p50`,`p95`,`p99`,`max`,`beforeP95`,`view`];const PACKED_TONES=[`same`,`better`,`worse`,`neutral`];function packRow(row){return[row.name,...PACKED_KEYS.map(key=>row[key]),row.isNew?1:0,PACKED_TONES.indexOf(row.tone)]}function unpackRow(packed,index){const[name,...numbers]=packed;const known=Object.fromEntries(PACKED_KEYS.map((key,position)=>[key,numbers[position]??null]));const[isNew,tone]=numbers.slice(PACKED_KEYS.length);const row={...known,index,name,isNew:isNew===1,tone:PACKED_TONES[tone??0]};return{...row,errorShare:quotient(row.errors,row.count),change:quotient(row.p95,row.beforeP95)}}function quotient(value,by){return value===null||by===null||by===0?null:value/by}var stated_percentile=__webpack_require__(94105);var over_time=__webpack_require__(2753);var totals_histogram=__webpack_require__(53904);;const MOST_BARS=72;const CURVE_PERCENTILES=[0,5,10,20,30,40,50,60,70,75,80,85,90,92.5,95,96,97,98,99,99.25,99.5,99.7,99.8,99.9,99.95,99.97,99.99];function distributionOf(timing){if(timing===undefined)return undefined;if(timing.histogram!==undefined&&timing.histogram.buckets.length>0){const values=valuesOf(timing.histogram);return{bars:barsOf(values),curve:curveOf(timing.histogram)}}const curve=statedCurve(timing);return curve.length<3?undefined:{bars:[],curve}}function valuesOf(histogram){return histogram.buckets.map(([index,count])=>[(0,totals_histogram.wH)(index,index+1),count])}function barsOf(values){const logs=values.map(([ms])=>Math.log10(Math.max(.1,ms)));const low=Math.min(...logs);const width=Math.max(.02,(Math.max(...logs)-low)/(MOST_BARS-1));const counts=Array.from({length:Math.round((Math.max(...logs)-low)/width)+1}).fill(0);values.forEach(([,count],position)=>{const bar=Math.min(counts.length-1,Math.round(((logs[position]??low)-low)/width));counts[bar]=(counts[bar]??0)+count});return counts.map((count,bar)=>[rounded(10**(low+bar*width)),count])}function curveOf(histogram){const all=histogram.buckets.reduce((sum,[,count])=>sum+count,0);const wanted=CURVE_PERCENTILES.filter(percentile=>(1-percentile/100)*all>=1||percentile===0);const valuesMs=(0,totals_histogram.ib)(histogram,wanted);return wanted.map((percentile,at)=>[percentile,rounded(valuesMs[at])])}function statedCurve(timing){const stated=(timing.percentilesMs??[]).filter(([percentile])=>percentile>0&&percentile<100);return timing.minMs===undefined?stated:[[0,timing.minMs],...stated]}function rounded(ms){return Number(ms.toPrecision(4))};const MOST_LABEL_VIEWS=50;const MOST_FAILING_VIEWS=50;const MOST_NAME_CHARACTERS=500;function pageDataOf(presentation){const names=(0,label_rows.Z6)(presentation.measurements);const totals=names.flatMap(subject=>totalView(presentation,subject));const rankOf=({series})=>series===null?2:series.p95===null?1:0;const views=totals.toSorted((a,b)=>rankOf(a)-rankOf(b));const subjects=names.map(subject=>{const rows=(0,label_rows.E7)(presentation,subject);const failing=failingLabels(presentation.verdict.criteria,subject);const viewIndexes=addLabelViews(views,chartedRows(rows,failing),presentation.run.finishedAtMs);return{name:subject,broken:rows.flatMap(({now},index)=>failing.has(now.label)?[index]:[]),rows:rows.map((row,index)=>cellsOf(row,index,viewIndexes,presentation))}});return{subjects,views,load:chartLoad(presentation.measurements?.load)}}function totalView(presentation,subject){const now=(0,label_rows.e6)(presentation.measurements?.subjects[subject]);const before=(0,label_rows.e6)(presentation.baseline?.subjects[subject]);const of={name:`All ${subject}`,subject,isLabel:false};const view=now&&viewOf(of,{now,before},presentation.run.finishedAtMs);return view===undefined?[]:[view]}function chartedRows(rows,failing){const known=rows.filter(({now})=>now.series!==undefined||now.histogram!==undefined||failing.has(now.label));const byCount=known.toSorted((a,b)=>b.now.count-a.now.count);const others=byCount.slice(MOST_LABEL_VIEWS).filter(({now})=>failing.has(now.label));return[...byCount.slice(0,MOST_LABEL_VIEWS),...others]}function failingLabels(criteria,subject){const labels=new Set;for(const criterion of(0,effective_status.md)(criteria)){if(criterion.subject!==subject||criterion.status===`passed`||criterion.status===`skipped`)continue;const{label,breaches=[]}=criterion;for(const one of label===undefined?breaches.map(breach=>breach.label):[label])if(labels.size<MOST_FAILING_VIEWS)labels.add(one)}return labels}function addLabelViews(views,rows,endMs){const indexes=new Map;for(const{now,before,subject}of rows){const view=viewOf({name:nameOnPage(now.label),subject,isLabel:true},{now,before},endMs);if(view===undefined)continue;indexes.set(now,views.length);views.push(view)}return indexes}function viewOf(of,{now,before},endMs){const series=hasPoints(now)?chartSeries(now.series,endMs):null;const distribution=distributionOf(now)??null;if(series===null&&distribution===null)return undefined;return{...of,series,errorShare:(0,label_rows.s3)(now)??null,before:hasPoints(now)&&hasPoints(before)?alignedTo(now.series,before.series):null,distribution,beforeDistribution:distributionOf(before)??null}}function hasPoints(timing){return timing?.series!==undefined&&timing.series.count.length>0}function chartSeries(series,endMs){return{startMs:series.startMs,intervalMs:series.intervalMs,rate:(0,over_time.by)(series,endMs).map(rate=>page_data_rounded(rate)??0),errors:series.errors??null,mean:series.meanMs.map(page_data_rounded),p50:series.p50Ms?.map(page_data_rounded)??null,p95:series.p95Ms?.map(page_data_rounded)??null}}function chartLoad(load){if(load===undefined)return null;const row=values=>values===undefined||values.every(value=>value===null)?null:values.map(page_data_rounded);const[cpuMean,cpuMax]=[row(load.cpuMeanPercent),row(load.cpuMaxPercent)];const isOne=cpuMean?.every((value,at)=>value===cpuMax?.[at]);return{startMs:load.startMs,intervalMs:load.intervalMs,users:row(load.users),cpuMean,cpuMax:isOne===true?null:cpuMax}}function alignedTo(now,before){const rates=(0,over_time.by)(before);const positions=now.count.map((_,index)=>Math.floor((index+.5)*now.intervalMs/before.intervalMs));const aligned=values=>positions.map(position=>page_data_rounded(values[position]));return{rate:positions.map(position=>page_data_rounded(rates[position]??null)??0),p95:now.p95Ms&&before.p95Ms?aligned(before.p95Ms):null,mean:now.p95Ms?null:aligned(before.meanMs)}}function cellsOf(row,index,viewIndexes,presentation){const{now,before}=row;const p95=(0,stated_percentile.t)(now,95);const beforeP95=(0,stated_percentile.t)(before,95);return{index,name:nameOnPage(now.label),count:now.count,errors:now.errors??null,errorShare:(0,label_rows.s3)(now)??null,rate:page_data_rounded(now.ratePerSecond),mean:page_data_rounded(now.meanMs),p50:page_data_rounded((0,stated_percentile.t)(now,50)),p95:page_data_rounded(p95),p99:page_data_rounded((0,stated_percentile.t)(now,99)),max:page_data_rounded(now.maxMs),beforeP95:page_data_rounded(beforeP95),change:p95!==undefined&&beforeP95!==undefined&&beforeP95>0?p95/beforeP95:null,tone:(0,key_figures.uX)(row),isNew:presentation.baseline!==undefined&&before===undefined,view:viewIndexes.get(now)??null}}function nameOnPage(label){return(0,one_line.ko)(label,MOST_NAME_CHARACTERS)}function page_data_rounded(value){return value===null||value===undefined?null:Number(value.toPrecision(6))};function renderPage(presentation){const data=pageDataOf(presentation);const body=bodyOf(presentation,data);const title=`${(0,verdict_words.L2)(presentation.verdict)} – ${(0,run_words.Zb)(presentation.run)}`;return`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${(0,report_escape.ZD)((0,one_line.$Q)(title,200))}</title>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the results</a>
${headSection(presentation)}
${navigation(body)}
<button type="button" id="theme" data-needs-script hidden>Dark theme</button>
<main id="main" tabindex="-1">
${body}
</main>
<script type="application/json" id="data">${(0,report_escape.vN)(packed(data))}<\/script>
<script>${SCRIPT}<\/script>
</body>
</html>
`}const SECTIONS=[[`changed`,`What changed`],[`criteria`,`Criteria`],[`trend`,`Trend`],[`usual`,`Against the usual`],[`errors`,`Errors`],[`charts`,`Over time`],[`distribution`,`Distribution`],[`labels`,`Labels`],[`facts`,`Run facts`]];function navigation(body){const present=SECTIONS.filter(([id])=>body.includes(`<section id="${id}"`));if(present.length<2)return``;const links=present.map(([id,name])=>`<a href="#${id}">${name}</a>`);return`<nav aria-label="Sections">${links.join(``)}</nav>`}const POLICY=`default-src 'none'; style-src '${STYLE_HASH}'; script-src '${SCRIPT_HASH}'; base-uri 'none'; form-action 'none'`;function bodyOf(presentation,data){const findLabel=labelFinder(data);const changes=(0,changed_labels.EB)(presentation);const sections=[warningsSection(presentation),changesSection(presentation),changedSection(changes,findLabel),figuresSection(presentation),criteriaSection(presentation,findLabel),trendsSection(presentation),usualSection(presentation),scorecardSection(presentation.measurements?.scorecard),errorsSection(presentation),chartsSection(data,(0,busy_generators.W)(presentation.measurements)),labelsSection(data,{criteria:presentation.verdict.criteria,labels:shownLabels(changes)},findLabel),vitalsSection(presentation.measurements?.webVitals),artifactsSection(presentation),factsSection(presentation)];return sections.filter(section=>section!==``).join(`
`)}function labelFinder(data){const indexes=new Map(data.subjects.map(({name,rows})=>[name,new Map(rows.map(row=>[row.name,row.index]))]));return(subject,label)=>indexes.get(subject)?.get(nameOnPage(label))}function packed({subjects,views,load}){return{subjects:subjects.map(({name,broken,rows})=>({name,broken,rows:rows.map(packRow)})),views,load}}}),66086:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{b:()=>renderTable,d:()=>utf8Bytes});function renderTable(table,limits){const lines=[tableLine(table.head),tableLine(Array.from(table.align,side=>side===`r`?`---:`:`---`))];let bytes=utf8Bytes(lines.join(`
`));let shownRows=0;for(const row of table.rows){if(shownRows===limits.maxRows)break;const line=tableLine(row);bytes+=utf8Bytes(line)+1;if(bytes>limits.maxBytes)break;lines.push(line);shownRows+=1}return{markdown:shownRows===0?``:lines.join(`
`),shownRows}}function utf8Bytes(text){return Buffer.byteLength(text,`utf8`)}function tableLine(cells){return`| ${cells.map(cell=>cell===``?` `:cell).join(` | `)} |`}}),1255:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{BW:()=>generatorsLine,IC:()=>agentInWords,Jo:()=>scorecardInWords,Lg:()=>factsSection,Wn:()=>scorecardSection,bE:()=>filesSection,li:()=>errorsSection,x2:()=>vitalsSection});var _escape_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9888);var _foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(75267);var _foundation_format_js__WEBPACK_IMPORTED_MODULE_3__=__webpack_require__(48253);var _diagnosis_busy_generators_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(54891);var _figures_error_rows_js__WEBPACK_IMPORTED_MODULE_4__=__webpack_require__(93145);var _figures_web_vitals_js__WEBPACK_IMPORTED_MODULE_5__=__webpack_require__(30195);var _markdown_table_js__WEBPACK_IMPORTED_MODULE_6__=__webpack_require__(66086);const LIMITS={maxRows:100,maxBytes:6e4};function scorecardSection({measurements}){const scorecard=measurements?.scorecard;if(scorecard===undefined)return``;const rules=scorecard.rules.filter(rule=>rule.result!==`PASSED`&&rule.result!==`SKIPPED`);const rows=rules.map(rule=>[rule.testFailed?`❌ fails the test`:rule.result===`ERROR`?`⛔ error`:`⚠️ not passed`,(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(`${rule.group} / ${rule.rule}`,160)),(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(rule.message??``,300))]);const title=`### Scorecard: ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(scorecardInWords(scorecard))}`;return rows.length===0?title:`${title}\n\n${tableWithRest({head:[``,`Rule`,`Message`],align:`lll`,rows})}`}function scorecardInWords(scorecard){const{points,totalPoints,pointsPercent,rating,testFailed,error}=scorecard;const share=pointsPercent===undefined?``:` (${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.l9)(pointsPercent/100)})`;const parts=[points===undefined?``:`${points}${totalPoints===undefined?``:` of ${totalPoints}`} points${share}`,rating===undefined?``:`rating ${(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(rating,60)}`,testFailed?`the test failed`:``,error===undefined?``:(0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(error,300)];return parts.filter(part=>part!==``).join(`, `)||`no points`}const SHOWN_ERRORS=5;function errorsSection({measurements}){const rows=(0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_4__.GI)(measurements);if(rows.length===0)return``;const lines=rows.slice(0,SHOWN_ERRORS).map(row=>{const label=row.label===undefined?`all`:(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.ko)(row.label,120));const span=(0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_4__.zw)(row);const sample=row.sample===undefined?``:`, such as ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(row.sample,160))}`;return`- **${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)((0,_figures_error_rows_js__WEBPACK_IMPORTED_MODULE_4__.bh)(row),160))}** at ${label} (${row.subject}): ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.B4)(row.count)}${span===``?``:`, ${span}`}${sample}`});const rest=rows.length-lines.length;const more=rest===0?``:`\n\n_${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.So)(rest,`more kind`,`more kinds`)}; the page lists them_`;return`### Errors: ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.So)(rows.length,`kind`,`kinds`)}\n\n${lines.join(`
`)}${more}`}function generatorsLine({measurements}){const words=(0,_diagnosis_busy_generators_js__WEBPACK_IMPORTED_MODULE_1__.W)(measurements);return words===``?``:`⚠️ **Load generators:** ${(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)(words)}`}function vitalsSection({measurements}){const vitals=measurements?.webVitals??[];if(vitals.length===0)return``;const{names,pages}=(0,_figures_web_vitals_js__WEBPACK_IMPORTED_MODULE_5__.v)(vitals);const rows=pages.map(({page,cells})=>[(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.D9)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(page,120)),...cells.map(cell=>cell===undefined?``:(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(`${cell.value} ${cell.rating}`.trim(),60)))]);const head=[`Page`,...names.map(name=>(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(name,20)))];const table=tableWithRest({head,align:`l${`r`.repeat(names.length)}`,rows});return`<details><summary>Web vitals of ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.So)(pages.length,`page`,`pages`)}</summary>\n\n${table}\n\n</details>`}function filesSection({artifacts}){if(artifacts.length===0)return``;const rows=artifacts.map(artifact=>[(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.iQ)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(artifact.name,200),artifact.url),(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.z3)(artifact.sizeBytes)]);return`### Artifacts\n\n${tableWithRest({head:[`Artifact`,`Size`],align:`lr`,rows})}`}function factsSection({facts,measurements}){const profile=(measurements?.run.loadProfile??[]).map(entry=>[`Load: ${entry.name}`,entry.settings.map(([name,value])=>`${name} ${value}`).join(`, `)]);const agents=(measurements?.agents??[]).map(agent=>[`Agent ${agent.agent}`,agentInWords(agent)]);const rows=[...facts,...profile,...agents].map(([name,value])=>[(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(name,120)),(0,_escape_js__WEBPACK_IMPORTED_MODULE_0__.FV)((0,_foundation_one_line_js__WEBPACK_IMPORTED_MODULE_2__.$Q)(value,400))]);if(rows.length===0)return``;const table=tableWithRest({head:[`Fact`,`Value`],align:`ll`,rows});return`<details><summary>Run facts</summary>\n\n${table}\n\n</details>`}function agentInWords(agent){const parts=[agent.cpuMeanPercent===undefined?``:`CPU mean ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.l9)(agent.cpuMeanPercent/100)}`,agent.cpuMaxPercent===undefined?``:`CPU maximum ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.l9)(agent.cpuMaxPercent/100)}`,agent.memoryMaxMb===undefined?``:`memory maximum ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.B4)(agent.memoryMaxMb)} MB`];return parts.filter(part=>part!==``).join(`, `)||`unknown`}function tableWithRest(table){const{markdown,shownRows}=(0,_markdown_table_js__WEBPACK_IMPORTED_MODULE_6__.b)(table,LIMITS);const rest=table.rows.length-shownRows;return rest===0?markdown:`${markdown}\n\n_and ${(0,_foundation_format_js__WEBPACK_IMPORTED_MODULE_3__.B4)(rest)} more_`}})};